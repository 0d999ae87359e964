package org.hrscope.threads;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work too slow for the requesting thread. Every job ends in exactly one of done, failed or cancelled, delivered
/// through the given executor (the FX thread in the window), whatever it throws. Thread-safe.
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    /// What is told of how a job ended.
    ///
    /// @param cancelled stopped by the user, or replaced by another job with its key
    public record Outcome<T>(Consumer<T> done, Consumer<Problem> failed, Runnable cancelled) {
        public static <T> Outcome<T> of(Consumer<T> done, Consumer<Problem> failed) {
            return new Outcome<>(done, failed, () -> {});
        }
    }

    private final Executor workers;
    private final Executor outcomes;
    private final Map<Object, Job> latest = new ConcurrentHashMap<>();
    private final Set<Job> running = ConcurrentHashMap.newKeySet();

    /// @param workers  [JobThreads]; in tests, an executor that runs at once
    /// @param outcomes runs the callbacks
    public Jobs(Executor workers, Executor outcomes) {
        this.workers = workers;
        this.outcomes = outcomes;
    }

    /// For work without a result.
    public Executor workers() {
        return workers;
    }

    /// Running jobs, oldest first.
    public List<Job> running() {
        return running.stream().sorted((a, b) -> Long.signum(a.began() - b.began())).toList();
    }

    /// Runs anonymous work that nothing replaces.
    public <T> Job run(Callable<T> work, Consumer<T> done, Consumer<Problem> failed) {
        return run(Job.Name.none(), progress -> work.call(), Outcome.of(done, failed));
    }

    public <T> Job run(Job.Name name, Job.Work<T> work, Outcome<T> outcome) {
        Job job = new Job(name);
        Job before = latest.put(name.key(), job);
        if (before != null) before.cancel();
        running.add(job);
        try {
            workers.execute(() -> work(job, work, outcome));
        } catch (Throwable noThread) {
            Fault.logged(() -> LOG.error("a job cannot begin", noThread));
            over(job, () -> outcome.failed.accept(Fault.of(noThread)));
        }
        return job;
    }

    /// The same for work on something held open for it, which is closed however the job ends, even if it never began.
    public <T> Job run(Job.Name name, AutoCloseable held, Job.Work<T> work, Outcome<T> outcome) {
        AtomicBoolean begun = new AtomicBoolean();
        Runnable unused =
                () -> {
                    if (!begun.get()) close(held);
                };
        return run(
                name,
                progress -> {
                    begun.set(true);
                    try (held) {
                        return work.run(progress);
                    }
                },
                new Outcome<>(
                        outcome.done,
                        problem -> {
                            unused.run();
                            outcome.failed.accept(problem);
                        },
                        () -> {
                            unused.run();
                            outcome.cancelled.run();
                        }));
    }

    private <T> void work(Job job, Job.Work<T> work, Outcome<T> outcome) {
        Runnable told = job.begin() ? worked(job, work, outcome) : outcome.cancelled;
        job.end();
        over(job, told);
    }

    /// @return the callback to deliver
    private <T> Runnable worked(Job job, Job.Work<T> work, Outcome<T> outcome) {
        try {
            T value = work.run(job::at);
            return () -> deliver(job, value, outcome);
        } catch (Throwable thrown) {
            if (job.cancelled()) return outcome.cancelled;
            Problem problem = Fault.of(thrown);
            Fault.logged(() -> {
                if (problem == thrown) LOG.warn("{}", problem.key(), problem);
                else LOG.error("a job failed", thrown);
            });
            return () -> {
                if (job.cancelled()) outcome.cancelled.run();
                else outcome.failed.accept(problem);
            };
        }
    }

    /// Cancels the job with this key, if any.
    public void cancel(Object key) {
        Job job = latest.get(key);
        if (job != null) job.cancel();
    }

    /// At the end of the program: nobody waits for what is listed, which may take long, or for what is fleeting. The
    /// rest, such as a snapshot on its way to the disk, is not given up.
    public void giveUp() {
        running.stream()
                .filter(job -> job.name().fleeting() || job.name().textKey() != null)
                .forEach(Job::cancel);
    }

    private void over(Job job, Runnable told) {
        outcomes.execute(() -> {
            latest.remove(job.name().key(), job);
            running.remove(job);
            told.run();
        });
    }

    private static <T> void deliver(Job job, T value, Outcome<T> outcome) {
        if (!job.cancelled()) {
            outcome.done.accept(value);
            return;
        }
        if (value instanceof AutoCloseable unwanted) close(unwanted);
        outcome.cancelled.run();
    }

    private static void close(AutoCloseable unwanted) {
        try {
            unwanted.close();
        } catch (Throwable thrown) {
            Fault.logged(() -> LOG.warn("closing what nobody wants", thrown));
        }
    }
}
