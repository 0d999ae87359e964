package org.hrscope.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.Angles;
import org.hrscope.export.CocoFormat;
import org.hrscope.export.CocoResultsFormat;
import org.hrscope.export.CsvFormat;
import org.hrscope.export.FileSink;
import org.hrscope.export.NpzFormat;
import org.hrscope.export.OpenPoseFolder;
import org.hrscope.export.OpenPoseLayout;
import org.hrscope.export.PictureNames;
import org.hrscope.export.ResultSink;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;

/// Results of one image, clip or folder in several formats, in one pass, named after it. An interrupted export leaves
/// no file that is not whole: OpenPose files of the frames so far, and nothing else. One thread.
///
/// @param source   as parsed by `SourceSpec.parse`
/// @param folder   where the files go
/// @param settings people and decoder, as on the stage
/// @param smooth   whether joints are smoothed over time
/// @param angles   reported of each person
public record ClipExport(
        String source,
        Path folder,
        Set<Kind> kinds,
        EngineSettings settings,
        boolean smooth,
        Angles angles) {
    private static final double LEAST = 0.2;

    /// A format.
    public enum Kind {
        CSV(".csv"),
        COCO(".coco.json"),
        COCO_RESULTS(".results.json"),
        OPENPOSE("_openpose"),
        NPZ(".npz");

        private final String ending;

        Kind(String ending) {
            this.ending = ending;
        }
    }

    /// What is opened for the export, and closed after it.
    ///
    /// @param finder asked only where everyone is looked for
    public record Means(
            Callable<PoseEstimator> network,
            Callable<PersonFinder> finder,
            PoseEngine.SourceOpening opening) {}

    /// @param problems what was skipped
    public record Done(List<Path> written, int images, int people, List<Problem> problems) {}

    public ClipExport {
        kinds = Set.copyOf(kinds);
    }

    /// @throws Problem `results.live`, `results.exists`, `results.nothing`, from the network or an output
    public Done run(Means means, Estimation.Progress progress) throws Exception {
        NamedSource named = NamedSource.of(source);
        if (named.files().isEmpty()) throw new Problem("results.live", source);
        NamedInputs inputs = new NamedInputs(named.files());
        List<Path> written = new ArrayList<>();
        List<ResultSink> sinks = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (!kinds.contains(kind)) continue;
            Path file = file(kind, named);
            if (Files.exists(file)) throw new Problem("results.exists", file);
            WholeFile.check(file);
            written.add(file);
            sinks.add(sink(kind, file, inputs));
        }
        RunPlan plan = new RunPlan(List.of(named), null, new PictureNames(List.of()), null);
        try (AllSinks all = new AllSinks(sinks);
                PoseEstimator estimator = means.network.call();
                PersonFinder finder =
                        settings.people() == PersonMode.EVERYONE ? means.finder.call() : null;
                SourceFinders finders =
                        new SourceFinders(estimator, finder, settings, false, smooth)) {
            all.begin(estimator.info().skeleton());
            Estimation run =
                    new Estimation(
                            List.of(named), plan, all, null, counted(progress, plan.files()));
            run.run(means.opening, finders, 0);
            if (Thread.interrupted()) throw new InterruptedException();
            if (all.images() == 0) {
                if (!run.problems().isEmpty()) throw run.problems().getFirst();
                throw new Problem("results.nothing", source);
            }
            all.end();
            return new Done(written, all.images(), all.people(), List.copyOf(run.problems()));
        }
    }

    /// Of several files, the files are counted, else the frames.
    private static Estimation.Progress counted(Estimation.Progress progress, int files) {
        if (files < 2) return progress;
        return (file, done, total, name) -> progress.at(file, file + 1, files, name);
    }

    private Path file(Kind kind, NamedSource named) {
        Path last = Path.of(named.spec().text()).getFileName();
        String name = last == null ? "results" : last.toString();
        String stem = Files.isDirectory(Path.of(named.spec().text())) ? name : stem(name);
        return folder.resolve(stem + kind.ending);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private ResultSink sink(Kind kind, Path file, NamedInputs inputs) {
        return switch (kind) {
            case CSV -> new FileSink(file, new CsvFormat(angles));
            case COCO -> new FileSink(file, new CocoFormat(file, LEAST, angles));
            case COCO_RESULTS -> new FileSink(file, new CocoResultsFormat(angles));
            case OPENPOSE -> new OpenPoseFolder(file, inputs, OpenPoseLayout.BODY_25);
            case NPZ -> new FileSink(file, new NpzFormat(file, angles));
        };
    }
}
