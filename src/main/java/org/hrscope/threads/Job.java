package org.hrscope.threads;

import org.jspecify.annotations.Nullable;

/// One piece of background work: name, progress and cancellation. Thread-safe.
public final class Job {
    /// Reports progress, on the working thread.
    @FunctionalInterface
    public interface Progress {
        /// @param total 0 if unknown
        void at(long done, long total);

        /// @return reports one more of `total` steps on each call
        default Runnable counting(long total) {
            int[] done = {0};
            return () -> at(++done[0], total);
        }
    }

    /// The work itself. Cancelling interrupts its thread.
    ///
    /// @param <T> the result; closed if it is closeable and no longer wanted
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// Identifies a job.
    ///
    /// @param key     a new job replaces the running one with the same key: the last choice wins
    /// @param textKey of the line in the job list, which shows `subject`; null if it is not listed
    /// @param subject the file or network it works on
    /// @param fleeting whether cancelling it loses nothing, so closing the program does not wait for it
    public record Name(Object key, @Nullable String textKey, String subject, boolean fleeting) {
        /// Listed.
        public Name(Object key, String textKey, String subject) {
            this(key, textKey, subject, false);
        }

        /// Never replaced, never listed.
        public static Name none() {
            return new Name(new Object(), null, "", false);
        }

        /// Replaced by the next job with this key, never listed. Cancelling it loses nothing, so closing the program does
        /// not wait for it.
        public static Name latest(Object key) {
            return new Name(key, null, "", true);
        }
    }

    private final Name name;
    private final long began = System.nanoTime();
    private volatile double share = -1;
    private volatile long done;
    private @Nullable Thread thread;
    private boolean cancelled;

    Job(Name name) {
        this.name = name;
    }

    public Name name() {
        return name;
    }

    /// In [System#nanoTime()].
    public long began() {
        return began;
    }

    /// 0..1, negative if unknown.
    public double share() {
        return share;
    }

    /// As counted by the work.
    public long done() {
        return done;
    }

    void at(long doneNow, long total) {
        done = doneNow;
        share = total > 0 ? Math.clamp((double) doneNow / total, 0, 1) : -1;
    }

    /// Discards the result, even a finished one, and interrupts the work.
    public synchronized void cancel() {
        cancelled = true;
        if (thread != null) thread.interrupt();
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /// @return false if it was cancelled before it started
    synchronized boolean begin() {
        if (!cancelled) thread = Thread.currentThread();
        return !cancelled;
    }

    /// From here on this job no longer interrupts the thread.
    synchronized void end() {
        thread = null;
        if (cancelled) Thread.interrupted();
    }
}
