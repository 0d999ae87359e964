package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hands the newest value from one thread to another: a value that nobody has taken yet is closed and replaced by the
/// next, and counted. Safe for many threads.
public final class LatestSlot<T extends AutoCloseable> {
    private @Nullable T value;
    private boolean woken;
    private long dropped;

    public void offer(T newest) {
        T displaced;
        synchronized (this) {
            displaced = value;
            value = newest;
            if (displaced != null) dropped++;
            notifyAll();
        }
        if (displaced != null) close(displaced);
    }

    /// The newest value, the taker's to close; null where there is none since the last call. Does not wait.
    public synchronized @Nullable T poll() {
        T taken = value;
        value = null;
        return taken;
    }

    /// Waits for a value, or for [#wake()]: then null where there is none.
    public @Nullable T take() throws InterruptedException {
        return take(System.nanoTime());
    }

    /// The same, and leaves a value there before that time: then null after [#wake()].
    ///
    /// @param earliest by [System#nanoTime()]
    synchronized @Nullable T take(long earliest) throws InterruptedException {
        while (true) {
            long early = earliest - System.nanoTime();
            boolean taken = value != null && early <= 0;
            if (taken || woken) {
                woken = false;
                return taken ? poll() : null;
            }
            if (value == null) wait();
            else TimeUnit.NANOSECONDS.timedWait(this, early);
        }
    }

    /// Ends one wait, now or to come.
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /// How many values were displaced.
    public synchronized long dropped() {
        return dropped;
    }

    /// Closes what nobody took; it counts as no drop.
    public void clear() {
        T left = poll();
        if (left != null) close(left);
    }

    private static void close(AutoCloseable displaced) {
        try {
            displaced.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing a displaced value", e);
        }
    }
}
