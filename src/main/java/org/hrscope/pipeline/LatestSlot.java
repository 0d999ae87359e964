package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hands the newest value from one thread to another: a value not yet taken is closed, replaced and counted as dropped.
/// Thread-safe.
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

    /// For what may be missed: closed where another waits to be taken.
    public void offerIfEmpty(T another) {
        synchronized (this) {
            if (value == null) {
                value = another;
                notifyAll();
                return;
            }
        }
        close(another);
    }

    /// The newest value, owned by the caller; null if none arrived since the last call. Does not wait.
    public synchronized @Nullable T poll() {
        T taken = value;
        value = null;
        return taken;
    }

    /// Waits for a value; null after [#wake()] if there is none.
    public @Nullable T take() throws InterruptedException {
        return take(System.nanoTime());
    }

    /// The same, but takes no value before `earliest`; null after [#wake()].
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

    /// Ends one wait, current or next.
    public synchronized void wake() {
        woken = true;
        notifyAll();
    }

    /// How many values were displaced.
    public synchronized long dropped() {
        return dropped;
    }

    /// Closes a value not yet taken; it does not count as dropped.
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
