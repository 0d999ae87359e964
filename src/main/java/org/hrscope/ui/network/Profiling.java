package org.hrscope.ui.network;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.inference.KernelTimes;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.jspecify.annotations.Nullable;

/// Measures each node on the current frame: one job at a time, with progress, stopped when no longer needed. FX thread.
final class Profiling {
    private static final int RUNS = 20;
    private static final int IDLE = -1;
    private static final int STOP = -2;

    private final NetworkViewModel model;
    private final Jobs jobs;
    private final Consumer<Problem> trouble;
    private final AtomicInteger done = new AtomicInteger(IDLE);

    Profiling(NetworkViewModel model, Jobs jobs, Consumer<Problem> trouble) {
        this.model = model;
        this.jobs = jobs;
        this.trouble = trouble;
    }

    boolean running() {
        return done.get() != IDLE;
    }

    /// 0..1
    double progress() {
        return Math.clamp(done.get() / (double) RUNS, 0, 1);
    }

    /// Ends after the current run.
    void stop() {
        if (running()) done.set(STOP);
    }

    /// @param result the one on stage; remains owned by the caller
    void start(@Nullable PipelineResult result) {
        OpenedNetwork network = model.networkProperty().get();
        if (network == null || result == null || running()) return;
        if (!result.model().equals(network.file().info())) return;
        Optional<Person> person = result.person();
        if (person.isEmpty()) return;
        PipelineResult held = result.retained();
        done.set(0);
        jobs.run(
                Job.Name.latest(this),
                held,
                progress -> {
                    KernelTimes kernels =
                            KernelTimes.measure(
                                    network.file(),
                                    held.frame(),
                                    person.get().estimate().geometry(),
                                    RUNS,
                                    this::goOn);
                    return kernels == null
                            ? new BlockTimes(Map.of(), 0, 0)
                            : BlockTimes.of(network, kernels);
                },
                Jobs.Outcome.of(
                        times -> {
                            done.set(IDLE);
                            boolean same = model.networkProperty().get() == network;
                            if (same && times.whole() > 0) model.measured(times);
                        },
                        problem -> {
                            done.set(IDLE);
                            trouble.accept(problem);
                        }));
    }

    private boolean goOn(int runs) {
        return done.getAndUpdate(before -> before == STOP ? STOP : Math.max(0, runs)) != STOP;
    }
}
