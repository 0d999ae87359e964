package org.hrscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.export.AnnotatedPicture;
import org.hrscope.export.CocoAnnotations;
import org.hrscope.export.CocoResult;
import org.hrscope.model.Frame;
import org.hrscope.model.Pose;
import org.hrscope.model.Problem;
import org.hrscope.model.Skeleton;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where `estimate` leaves what it found: annotated pictures in a folder, COCO results in a file.
final class EstimationOutput {
    @Option(names = "--out", paramLabel = "DIR", description = "Write annotated PNGs here.")
    private @Nullable Path folder;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write COCO keypoint results here.")
    private @Nullable Path json;

    @Option(
            names = "--least",
            paramLabel = "SCORE",
            defaultValue = "0.2",
            description = "Draw joints of at least this score (default: ${DEFAULT-VALUE}).")
    private double least;

    private final List<CocoResult> results = new ArrayList<>();

    /// @param still whether the frame is a picture of its own (else one of a video)
    /// @param known the annotation file, whose image ids come first
    void keep(
            Frame frame,
            boolean still,
            List<Pose> poses,
            Skeleton skeleton,
            @Nullable CocoAnnotations known)
            throws Problem {
        Frame.Origin origin = frame.origin();
        Long annotated = known == null ? null : known.imageId(origin.name());
        long numbered = still ? CocoResult.imageId(origin.name(), origin.index()) : origin.index();
        long image = annotated == null ? numbered : annotated;
        poses.forEach(pose -> results.add(CocoResult.of(image, pose)));
        if (folder == null) return;
        String base =
                origin.name().replaceFirst("\\.[^.]*$", "").replaceAll("[^\\p{L}\\p{N}._-]+", "_");
        String name = still ? base : "%s_%06d".formatted(base, origin.index());
        try (AnnotatedPicture picture = new AnnotatedPicture(frame)) {
            poses.forEach(pose -> picture.draw(pose, skeleton, least));
            picture.write(folder.resolve(name + ".png"));
        }
    }

    int people() {
        return results.size();
    }

    void finish() throws Problem {
        if (json != null) CocoResult.write(json, results);
    }
}
