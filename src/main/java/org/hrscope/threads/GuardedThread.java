package org.hrscope.threads;

import java.time.Duration;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A daemon thread that never dies silently: whatever its body throws is logged with its stack trace and reported
/// as a [Problem]. Thread-safe.
public final class GuardedThread {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedThread.class);

    /// The thread's body. An `InterruptedException` is a normal end.
    @FunctionalInterface
    public interface Body {
        void run() throws Exception;
    }

    private final Thread thread;

    /// @param trouble called on this thread if it ends with a failure
    public GuardedThread(String name, Body body, Consumer<Problem> trouble) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> run(body, trouble));
    }

    /// Starts a thread that nobody waits for; failures are only logged.
    public static void start(String name, Body body) {
        new GuardedThread(name, body, logged -> {}).start();
    }

    /// Minimum priority. Call before [#start()].
    public GuardedThread inTheBackground() {
        thread.setPriority(Thread.MIN_PRIORITY);
        return this;
    }

    public void start() {
        thread.start();
    }

    public void interrupt() {
        thread.interrupt();
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /// Waits for the end, but no longer than this.
    ///
    /// @return whether it has ended, or never started
    public boolean join(Duration patience) {
        try {
            return thread.getState() == Thread.State.NEW || thread.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !thread.isAlive();
        }
    }

    private static void run(Body body, Consumer<Problem> trouble) {
        try {
            body.run();
        } catch (InterruptedException asked) {
            // asked to end
        } catch (Throwable thrown) {
            tell(thrown, trouble);
        }
    }

    private static void tell(Throwable thrown, Consumer<Problem> trouble) {
        Fault.logged(() -> LOG.error("{} ends", Thread.currentThread().getName(), thrown));
        try {
            trouble.accept(Fault.of(thrown));
        } catch (Throwable untold) {
            Fault.logged(() -> LOG.error("nobody could be told", untold));
        }
    }
}
