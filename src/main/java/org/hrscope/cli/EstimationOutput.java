package org.hrscope.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hrscope.batch.Journal;
import org.hrscope.batch.NamedSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.Angles;
import org.hrscope.export.AnnotatedPictures;
import org.hrscope.export.CocoFormat;
import org.hrscope.export.CocoResultsFormat;
import org.hrscope.export.CsvFormat;
import org.hrscope.export.FileSink;
import org.hrscope.export.NpzFormat;
import org.hrscope.export.OpenPoseFolder;
import org.hrscope.export.OpenPoseLayout;
import org.hrscope.export.PictureNames;
import org.hrscope.export.ResultSink;
import org.hrscope.file.Leftovers;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.Unfinished;
import org.hrscope.file.WholeFile;
import org.hrscope.puppet.MotionFile;
import org.hrscope.puppet.MotionSink;
import org.hrscope.recording.FilmFormat;
import org.hrscope.recording.Medium;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The outputs of `estimate`: annotated images, and results in common formats.
final class EstimationOutput {
    /// Stands for any image in the folder.
    private static final String PROBE = "picture.png";

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path folder;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Option(names = "--coco", paramLabel = "FILE")
    private @Nullable Path coco;

    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;

    @Option(names = "--angle", paramLabel = "A,B,C")
    private List<String> angles = List.of();

    @Option(names = "--openpose", paramLabel = "DIR")
    private @Nullable Path openPose;

    @Option(names = "--openpose-layout", paramLabel = "NAME", defaultValue = "BODY_25")
    private OpenPoseLayout layout = OpenPoseLayout.BODY_25;

    @Option(names = "--npz", paramLabel = "FILE")
    private @Nullable Path npz;

    @Option(names = "--video", paramLabel = "FILE.mp4")
    private @Nullable Path video;

    @Option(names = "--animated", paramLabel = "WEBP|GIF")
    private @Nullable Path animated;

    @Option(names = "--bvh", paramLabel = "FILE")
    private @Nullable Path motion;

    @Option(names = "--least", paramLabel = "SCORE", defaultValue = "0.2")
    private double least;

    private PictureNames names = new PictureNames(List.of());

    /// Image names that do not collide with other outputs.
    PictureNames names() throws Problem {
        List<String> reserved = new ArrayList<>();
        for (Path file : files()) if (folder != null && in(folder, file)) reserved.add(name(file));
        names = new PictureNames(reserved);
        return names;
    }

    private static boolean in(Path folder, Path file) throws Problem {
        return WholeFile.same(folder.resolve(name(file)), file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// Whether nothing is written at all.
    boolean nowhere() {
        return results().isEmpty();
    }

    /// Its files and folders.
    List<Path> results() {
        List<Path> all = new ArrayList<>(files());
        if (folder != null) all.add(folder);
        if (openPose != null) all.add(openPose);
        return all;
    }

    /// Where the journal of the run is kept; null if there would be nothing to resume.
    @Nullable Path journal() {
        for (Path file : files()) {
            if (!WholeFile.direct(file)) return Journal.beside(file, false);
        }
        Path first = openPose == null ? folder : openPose;
        return first == null ? null : Journal.beside(first, true);
    }

    private List<Path> files() {
        return Stream.of(json, coco, csv, npz, video, animated, motion)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /// Checks all outputs, once all names are known and before anything is written.
    ///
    /// @throws Problem `file.isInput`, `file.isFolder`, `file.notFolder`, `file.twice`, `file.unwritable`,
    /// `angle.three`, `angle.nowhere`
    AllSinks sinks(NamedInputs inputs, List<NamedSource> sources, Consumer<Problem> told)
            throws Problem {
        boolean reported = Stream.of(csv, json, coco, npz).anyMatch(Objects::nonNull);
        if (!reported && !angles.isEmpty()) throw new Problem("angle.nowhere");
        Angles asked = Angles.parse(angles, least);
        if (!(least >= 0 && least < Double.POSITIVE_INFINITY))
            throw new Problem("estimate.least", least);
        if (npz != null) ResultFile.fits("--npz", npz, ".npz");
        check(inputs);
        Path sound = filmed() ? oneFilm(sources) : null;
        // Images first: what cannot be drawn is not reported either.
        List<ResultSink> sinks = new ArrayList<>();
        if (folder != null) sinks.add(new AnnotatedPictures(folder, inputs, least));
        if (openPose != null) sinks.add(new OpenPoseFolder(openPose, inputs, layout));
        if (json != null) sinks.add(new FileSink(json, new CocoResultsFormat(asked)));
        if (coco != null) sinks.add(new FileSink(coco, new CocoFormat(coco, least, asked)));
        if (csv != null) sinks.add(new FileSink(csv, new CsvFormat(asked)));
        if (npz != null) sinks.add(new FileSink(npz, new NpzFormat(npz, asked)));
        if (video != null)
            sinks.add(new FileSink(video, new FilmFormat(video, sound, least, told)));
        if (animated != null)
            sinks.add(new FileSink(animated, new FilmFormat(animated, null, least, told)));
        if (motion != null) sinks.add(new MotionSink(motion, inputs));
        return new AllSinks(sinks);
    }

    /// What a killed run left of the video.
    List<Problem> recovered() {
        Path folder = video == null ? null : video.toAbsolutePath().getParent();
        return folder == null ? List.of() : Unfinished.recover(folder);
    }

    /// Whether frames go into one file, which cannot be appended to: a resumed run reads the source again.
    boolean filmed() {
        return video != null || animated != null || motion != null;
    }

    /// @return the file whose sound is kept; null if it has none
    private @Nullable Path oneFilm(List<NamedSource> sources) throws Problem {
        if (video != null && !Medium.MP4.fits(video))
            throw new Problem("record.ending", video, "--video", ".mp4");
        boolean fits = animated == null || Medium.WEBP.fits(animated) || Medium.GIF.fits(animated);
        if (!fits || animated != null && Medium.of(animated) == Medium.MP4)
            throw new Problem("record.ending", animated, "--animated", ".webp / .gif");
        if (motion != null && !MotionFile.ending(motion))
            throw new Problem("motion.ending", motion);
        if (sources.size() != 1 || sources.getFirst().stills())
            throw new Problem("record.oneSource", filmOption());
        return sources.getFirst().spec() instanceof SourceSpec.Video(Path file) ? file : null;
    }

    private String filmOption() {
        if (video != null) return "--video";
        return animated != null ? "--animated" : "--bvh";
    }

    private void check(NamedInputs inputs) throws Problem {
        List<Path> files = files();
        for (int i = 0; i < files.size(); i++) {
            WholeFile.check(files.get(i));
            inputs.refuse(files.get(i));
            for (Path other : files.subList(0, i)) {
                if (WholeFile.same(other, files.get(i))) throw new Problem("file.twice", other);
            }
            if (openPose != null && openPose(name(files.get(i))) && in(openPose, files.get(i))) {
                throw new Problem("file.twice", files.get(i));
            }
        }
        if (folder != null) check(folder, names::gives, inputs);
        if (openPose != null) check(openPose, EstimationOutput::openPose, inputs);
    }

    private static boolean openPose(String name) {
        return name.endsWith(OpenPoseFolder.ENDING);
    }

    /// @param ours whether our output could overwrite a file
    private static void check(Path folder, Predicate<String> ours, NamedInputs inputs)
            throws Problem {
        if (!Files.isDirectory(folder)) {
            if (Files.exists(folder)) throw new Problem("file.notFolder", folder);
            WholeFile.check(folder);
            return;
        }
        WholeFile.check(folder.resolve(PROBE));
        Leftovers.clear(folder);
        try (DirectoryStream<Path> there =
                Files.newDirectoryStream(folder, file -> ours.test(name(file)))) {
            for (Path file : there) {
                WholeFile.check(file);
                inputs.refuse(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new Problem(e, "file.unreadable", folder);
        }
    }
}
