package org.hrscope.ui.lab;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;

/// A long job on the frame on stage, one at a time, and its last result. FX thread.
///
/// @param <T> what is found
public final class FrameJob<T> {

    /// The work itself, on its own thread.
    ///
    /// @param <T> what is found
    public interface Work<T> {
        /// @param shown  the frame, valid during the call only
        /// @param person the one to look at
        T on(PipelineResult shown, Person person, Job.Progress progress)
                throws Problem, InterruptedException;
    }

    private final ReadOnlyObjectWrapper<@Nullable T> result = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final String textKey;
    private final Jobs jobs;
    private final Consumer<Problem> trouble;
    private @Nullable Job job;

    /// @param textKey of its line in the job list, which shows the network's name
    FrameJob(String textKey, Jobs jobs, Consumer<Problem> trouble) {
        this.textKey = textKey;
        this.jobs = jobs;
        this.trouble = trouble;
    }

    /// The last one; null before the first on this network.
    public ReadOnlyObjectProperty<@Nullable T> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// 0..1, negative before the first step.
    double share() {
        return job == null ? -1 : job.share();
    }

    void forget() {
        stop();
        result.set(null);
    }

    public void stop() {
        if (job != null) job.cancel();
    }

    /// Does nothing if nobody is on stage, or the result is another network's.
    ///
    /// @param shown remains owned by the caller
    void start(ModelFile file, PipelineResult shown, Work<T> work) {
        Person person = shown.person().orElse(null);
        if (running.get() || person == null || !shown.model().equals(file.info())) return;
        PipelineResult held = shown.retained();
        running.set(true);
        job =
                jobs.run(
                        new Job.Name(this, textKey, file.info().name()),
                        held,
                        progress -> work.on(held, person, progress),
                        new Jobs.Outcome<>(
                                found -> {
                                    running.set(false);
                                    result.set(found);
                                },
                                problem -> {
                                    running.set(false);
                                    trouble.accept(problem);
                                },
                                () -> running.set(false)));
    }
}
