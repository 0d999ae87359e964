package org.hrscope.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hrscope.batch.Estimation;
import org.hrscope.batch.FollowedPeople;
import org.hrscope.batch.NamedSource;
import org.hrscope.batch.PeopleFinder;
import org.hrscope.batch.RunPlan;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.hrscope.export.FileSink;
import org.hrscope.export.PictureNames;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.people.PoseLanes;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Job;
import org.jspecify.annotations.Nullable;

/// Records a range of a video file: every frame is estimated, however long that takes. Interrupting it leaves no file;
/// what breaks leaves the frames before it, under a name that says so. One thread.
///
/// @param from,to frame numbers, both included
/// @param drawing what is drawn over the frames
public record RangeRecording(
        Path source, long from, long to, Path file, FilmFormat.Drawing drawing) {

    /// What it works with.
    ///
    /// @param estimator closed by the caller
    /// @param finder    asked only where everyone is looked for; what it opens is closed here
    public record Means(
            PoseEngine.SourceOpening opening,
            PoseEstimator estimator,
            Callable<PersonFinder> finder) {}

    /// @param told receives what is not as in the source, on this thread
    /// @return the file
    public Path run(
            Means means, EngineSettings settings, Job.Progress progress, Consumer<Problem> told)
            throws Exception {
        WholeFile.check(file);
        new NamedInputs(List.of(source)).refuse(file);
        FreeSpace.need(file, FreeSpace.LEAST);
        List<NamedSource> sources = List.of(NamedSource.of(source.toString()));
        RunPlan plan = new RunPlan(sources, null, new PictureNames(List.of()), null);
        FileSink video = new FileSink(file, new FilmFormat(file, source, 0, drawing, told));
        try (AllSinks sinks = new AllSinks(List.of(video));
                PersonFinder finder =
                        settings.people() == PersonMode.EVERYONE ? means.finder.call() : null) {
            sinks.begin(means.estimator.info().skeleton());
            Estimation estimation =
                    new Estimation(
                            sources,
                            plan,
                            sinks,
                            null,
                            (number, done, total, name) -> progress.at(done, total));
            try {
                estimation.run(
                        spec -> new RangeSource(means.opening.open(spec), from, to),
                        each -> finder(means.estimator, finder, settings),
                        0);
                if (Thread.interrupted()) throw new InterruptedException();
                if (!estimation.problems().isEmpty()) throw estimation.problems().getFirst();
            } catch (Problem | RuntimeException | Error broken) {
                if (Thread.currentThread().isInterrupted()) throw broken;
                throw kept(video, broken);
            }
            sinks.end();
        }
        return file;
    }

    /// Neither a network nor a source that fails costs the frames before it.
    private static Problem kept(FileSink video, Throwable broken) {
        Problem why = Fault.of(broken);
        Path kept = video.breakOff();
        return kept == null ? why : new Problem(why, "record.kept", why.getMessage(), kept);
    }

    private static PeopleFinder finder(
            PoseEstimator estimator, @Nullable PersonFinder finder, EngineSettings settings) {
        return finder == null
                ? PeopleFinder.tracked(estimator, settings)
                : new FollowedPeople(new PoseLanes(estimator, settings.estimation()), finder);
    }
}
