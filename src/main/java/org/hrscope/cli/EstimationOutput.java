package org.hrscope.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.AnnotatedPictures;
import org.hrscope.export.CocoFormat;
import org.hrscope.export.CocoResultsFormat;
import org.hrscope.export.FileSink;
import org.hrscope.export.PictureNames;
import org.hrscope.export.ResultSink;
import org.hrscope.file.Leftovers;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where `estimate` leaves what it found: annotated pictures in a folder, COCO's formats in files.
final class EstimationOutput {
    /// Stands for any picture in the folder.
    private static final String PROBE = "picture.png";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write annotated PNGs to this folder, named after their images; a second x.jpg"
                            + " becomes x_2.png.")
    private @Nullable Path folder;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = {
                "Write COCO keypoint results to this file, a plain list for pycocotools'"
                        + " loadRes.",
                "image_id is taken from --boxes, else from the number in the file name, else"
                        + " the lowest free one; it is unique within a run. file_name (and frame, for a"
                        + " video) identify the source.",
                "score is the box score times the mean of the joint scores above 0.2. For a"
                        + " video, track_id identifies a person across frames."
            })
    private @Nullable Path json;

    @Option(
            names = "--coco",
            paramLabel = "FILE",
            description =
                    "Write a full COCO file (images, annotations, categories) for pycocotools'"
                            + " COCO.")
    private @Nullable Path coco;

    @Option(
            names = "--least",
            paramLabel = "SCORE",
            defaultValue = "0.2",
            description =
                    "Minimum score for a joint to be drawn, and to count as visible in --coco"
                            + " (default: ${DEFAULT-VALUE}).")
    private double least;

    private PictureNames names = new PictureNames(List.of());

    /// Names that do not meet the other outputs'.
    PictureNames names() throws Problem {
        List<String> reserved = new ArrayList<>();
        for (Path file : files().toList()) {
            String name = String.valueOf(file.getFileName());
            if (folder != null && WholeFile.same(folder.resolve(name), file)) reserved.add(name);
        }
        names = new PictureNames(reserved);
        return names;
    }

    private Stream<Path> files() {
        return Stream.of(json, coco).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /// Looks at all that would be written, when every name is given and before anything is.
    ///
    /// @throws Problem `file.isInput`, `file.isFolder`, `file.notFolder`, `file.twice`, `file.unwritable`
    AllSinks sinks(NamedInputs inputs) throws Problem {
        check(inputs);
        // The picture first: what is not drawn counts as not found.
        List<ResultSink> sinks = new ArrayList<>();
        if (folder != null) sinks.add(new AnnotatedPictures(folder, inputs, least));
        if (json != null) sinks.add(new FileSink(json, new CocoResultsFormat()));
        if (coco != null) sinks.add(new FileSink(coco, new CocoFormat(coco, least)));
        return new AllSinks(sinks);
    }

    private void check(NamedInputs inputs) throws Problem {
        for (Path file : files().toList()) {
            WholeFile.check(file);
            inputs.refuse(file);
        }
        if (json != null && coco != null && WholeFile.same(json, coco)) {
            throw new Problem("file.twice", json);
        }
        if (folder == null) return;
        boolean there = Files.isDirectory(folder);
        if (!there && Files.exists(folder)) throw new Problem("file.notFolder", folder);
        WholeFile.check(there ? folder.resolve(PROBE) : folder);
        if (there) checkThere(folder, inputs);
    }

    private void checkThere(Path folder, NamedInputs inputs) throws Problem {
        Leftovers.clear(folder);
        try (DirectoryStream<Path> there =
                Files.newDirectoryStream(
                        folder, file -> names.gives(String.valueOf(file.getFileName())))) {
            for (Path file : there) {
                WholeFile.check(file);
                inputs.refuse(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new Problem(e, "file.unreadable", folder);
        }
    }
}
