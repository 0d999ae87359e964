package org.hrscope.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.hrscope.model.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Single long jobs off the FX thread; their outcome comes back on it.
public final class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final Executor workers;
    private final Executor fx;

    /// @param workers one that runs at once, in tests
    public TaskRunner(Executor workers, Executor fx) {
        this.workers = workers;
        this.fx = fx;
    }

    /// For jobs that bring nothing back.
    public Executor workers() {
        return workers;
    }

    public <T> void run(Callable<T> job, Consumer<T> done, Consumer<Problem> failed) {
        workers.execute(() -> {
            try {
                T result = job.call();
                fx.execute(() -> done.accept(result));
            } catch (Problem problem) {
                LOG.warn("{}", problem.key(), problem);
                fx.execute(() -> failed.accept(problem));
            } catch (Exception unforeseen) {
                LOG.error("a job failed", unforeseen);
                fx.execute(() -> failed.accept(new Problem(unforeseen, "unforeseen", unforeseen)));
            }
        });
    }
}
