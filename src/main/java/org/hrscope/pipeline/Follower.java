package org.hrscope.pipeline;

import java.time.Duration;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.threads.GuardedThread;
import org.hrscope.threads.Repeats;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what is asked on the newest results beside the live session, a few times a second: in place of a lane, not on
/// top, and it idles longer than it worked, so that the live session keeps its share. A paused frame is processed again
/// as soon as something else is asked. Owns one thread. All methods but [#at] and [#release] may be called from any
/// thread and return at once, except [#end] and [#close].
///
/// @param <A> what can be asked; immutable
/// @param <R> what comes of it
public abstract class Follower<A, R extends AutoCloseable> implements AutoCloseable {
    private static final long LEAST_PAUSE = 200_000_000;
    private static final int FEW_CORES = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final Consumer<Problem> trouble;
    private final Repeats repeats = new Repeats();
    private final LatestSlot<R> results = new LatestSlot<>();
    private final GuardedThread thread;
    private @Nullable A asked;
    private Again again = Again.NO;
    private @Nullable PipelineResult newest;
    private boolean closed;

    /// Whether the frame that was done last is to be done again, without waiting for the next.
    protected enum Again {
        NO,
        /// With the usual pause before it: what changes all the time must not keep the follower busy.
        SOON,
        NOW
    }

    /// @param trouble called on the follower's thread if the work fails
    protected Follower(String name, Consumer<Problem> trouble) {
        this.trouble = trouble;
        thread = new GuardedThread(name, this::run, trouble).inTheBackground();
    }

    /// Once the subclass is complete.
    protected final void start() {
        thread.start();
    }

    /// The work, on the follower's thread.
    ///
    /// @param result remains owned by the follower
    /// @return whether it did anything
    protected abstract boolean at(A asked, PipelineResult result) throws Problem;

    /// Closes what the work uses, at the end of the follower's thread.
    protected abstract void release();

    /// What to do from now on. One step with the waking: a thread that took the request before it was told of it would
    /// do the same work twice.
    ///
    /// @param now null for nothing
    protected final synchronized void ask(@Nullable A now, Again wanted) {
        asked = now;
        if (wanted == Again.NO) return;
        if (again != Again.NOW) again = wanted;
        notifyAll();
    }

    /// The newest result; remains owned by the caller.
    public final void offer(PipelineResult result) {
        PipelineResult displaced;
        synchronized (this) {
            if (closed) return;
            displaced = newest;
            newest = result.retained();
            notifyAll();
        }
        if (displaced != null) displaced.close();
    }

    /// What came of the work last; whoever polls it closes it.
    public final LatestSlot<R> results() {
        return results;
    }

    /// Hands out what came of the work. Nobody polls once it has ended.
    protected final void give(R found) {
        results.offer(found);
        if (closed()) results.clear();
    }

    private synchronized boolean closed() {
        return closed;
    }

    private void run() {
        PipelineResult current = null;
        try {
            long earliest = System.nanoTime();
            while (true) {
                Turn<A> turn = next(earliest, current != null);
                if (turn == null) break;
                long start = System.nanoTime();
                if (turn.newest != null) {
                    if (current != null) current.close();
                    current = turn.newest;
                }
                if (current == null || !worked(turn.asked, current)) continue;
                long took = System.nanoTime() - start;
                boolean few = Runtime.getRuntime().availableProcessors() <= FEW_CORES;
                earliest = start + Math.max(LEAST_PAUSE, few ? 3 * took : 2 * took);
            }
        } finally {
            if (current != null) current.close();
            release();
        }
    }

    /// @param newest null to work on the previous frame again
    private record Turn<A>(A asked, @Nullable PipelineResult newest) {}

    /// Waits for work; null once closed.
    private synchronized @Nullable Turn<A> next(long earliest, boolean hasFrame) {
        try {
            while (!closed) {
                A wanted = asked;
                long early = earliest - System.nanoTime();
                boolean frame = hasFrame || newest != null;
                boolean due = again == Again.NOW ? frame : early <= 0 && wants(frame);
                if (wanted != null && due) {
                    again = Again.NO;
                    PipelineResult taken = newest;
                    newest = null;
                    return new Turn<>(wanted, taken);
                }
                if (wanted != null && wants(frame)) wait(Math.max(1, early / 1_000_000 + 1));
                else wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /// Whether something is to be done once the pause is over.
    private boolean wants(boolean frame) {
        return newest != null || again == Again.SOON && frame;
    }

    private boolean worked(A wanted, PipelineResult result) {
        try {
            boolean did = at(wanted, result);
            repeats.wentWell();
            return did;
        } catch (Throwable thrown) {
            Problem problem = Fault.of(thrown);
            // Once it is closed, what it reads may be gone.
            if (closed() || !repeats.fresh(problem)) return true;
            LOG.error("nothing followed", thrown);
            trouble.accept(problem);
            return true;
        }
    }

    /// Ends the thread, which closes what it holds. Waits for work in progress, but not forever.
    ///
    /// @return whether it has ended
    public final boolean end() {
        PipelineResult left;
        synchronized (this) {
            closed = true;
            left = newest;
            newest = null;
            notifyAll();
        }
        if (left != null) left.close();
        boolean ended = thread.join(PATIENCE);
        results.clear();
        return ended;
    }

    @Override
    public final void close() {
        end();
    }
}
