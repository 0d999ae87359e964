package org.hrscope.pipeline;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.threads.GuardedThread;
import org.hrscope.threads.Repeats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs extra work on the newest results beside the live session, a few times a second: in place of a lane, not on top, and
/// it idles longer than it worked, so that the live session keeps its share. A paused frame is processed again as soon as the request changes.
/// Owns one thread; all methods may be called from any thread and return at once, except [#end()].
public final class Follower {
    private static final long LEAST_PAUSE = 200_000_000;
    private static final int FEW_CORES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /// Work on one result, on the follower's thread.
    @FunctionalInterface
    public interface Step {
        /// @param result remains owned by the follower
        /// @return whether it did anything
        boolean at(PipelineResult result) throws Problem;
    }

    private final Supplier<@Nullable Step> steps;
    private final Runnable closing;
    private final Consumer<Problem> trouble;
    private final Repeats repeats = new Repeats();
    private final GuardedThread thread;
    private @Nullable PipelineResult newest;
    private boolean asked;
    private boolean closed;

    /// @param steps   the work wanted now, null for none; called on any thread, must not block
    /// @param closing called on the follower's thread at its end: closes what the steps use
    /// @param trouble called on the follower's thread if a step fails
    public Follower(
            String name,
            Supplier<@Nullable Step> steps,
            Runnable closing,
            Consumer<Problem> trouble) {
        this.steps = steps;
        this.closing = closing;
        this.trouble = trouble;
        thread = new GuardedThread(name, this::run, trouble).inTheBackground();
    }

    /// Call once `steps` is ready to be called.
    public void start() {
        thread.start();
    }

    /// Changes the request; where that needs work, the next frame is not waited for. Atomic: a thread that took the new
    /// request before it was told of it would do the same work twice.
    ///
    /// @param change what `steps` reads; says whether there is work to do
    public synchronized void ask(BooleanSupplier change) {
        if (!change.getAsBoolean()) return;
        asked = true;
        notifyAll();
    }

    /// The newest result; remains owned by the caller.
    public void offer(PipelineResult result) {
        PipelineResult displaced;
        synchronized (this) {
            if (closed) return;
            displaced = newest;
            newest = result.retained();
            notifyAll();
        }
        if (displaced != null) displaced.close();
    }

    private void run() {
        PipelineResult current = null;
        try {
            long earliest = System.nanoTime();
            while (true) {
                Turn turn = next(earliest, current != null);
                if (turn == null) break;
                long start = System.nanoTime();
                if (turn.newest != null) {
                    if (current != null) current.close();
                    current = turn.newest;
                }
                if (current == null || !at(turn.step, current)) continue;
                long took = System.nanoTime() - start;
                boolean few = Runtime.getRuntime().availableProcessors() <= FEW_CORES;
                earliest = start + Math.max(LEAST_PAUSE, few ? 3 * took : 2 * took);
            }
        } finally {
            if (current != null) current.close();
            closing.run();
        }
    }

    /// @param newest null to work on the previous frame again
    private record Turn(Step step, @Nullable PipelineResult newest) {}

    /// Waits for work; null once closed.
    private synchronized @Nullable Turn next(long earliest, boolean hasFrame) {
        try {
            while (!closed) {
                Step step = steps.get();
                long early = earliest - System.nanoTime();
                boolean again = asked && (hasFrame || newest != null);
                if (step != null && (again || (newest != null && early <= 0))) {
                    asked = false;
                    PipelineResult taken = newest;
                    newest = null;
                    return new Turn(step, taken);
                }
                if (step != null && newest != null) wait(early / 1_000_000 + 1);
                else wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private boolean at(Step step, PipelineResult result) {
        try {
            boolean did = step.at(result);
            repeats.wentWell();
            return did;
        } catch (Throwable thrown) {
            Problem problem = Fault.of(thrown);
            if (!repeats.fresh(problem)) return true;
            LOG.error("nothing followed", thrown);
            trouble.accept(problem);
            return true;
        }
    }

    /// Ends the thread, which closes what it holds. Waits for a step in progress, but not forever.
    ///
    /// @return whether it has ended
    public boolean end() {
        PipelineResult left;
        synchronized (this) {
            closed = true;
            left = newest;
            newest = null;
            notifyAll();
        }
        if (left != null) left.close();
        return thread.join(PATIENCE);
    }
}
