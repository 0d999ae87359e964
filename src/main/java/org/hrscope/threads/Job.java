package org.hrscope.threads;

import org.jspecify.annotations.Nullable;

/// One piece of work under way: what it is called, how far it is, and the way to stop it. Safe for many threads.
public final class Job {
    /// Says how far the work is; on the thread that works.
    @FunctionalInterface
    public interface Progress {
        /// @param total 0 where nobody knows
        void at(long done, long total);
    }

    /// The work itself. Being cancelled interrupts its thread.
    ///
    /// @param <T> what it brings; closed where nobody takes it any more and it can be closed
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// What a job is known by.
    ///
    /// @param key     a job begun under the same key replaces the one before: the last choice wins
    /// @param textKey of the line in the list of jobs, with `subject` in it; null for those not worth a line
    /// @param subject the file or network that it works on
    public record Name(Object key, @Nullable String textKey, String subject) {
        /// Replaced by nothing and seen nowhere.
        static Name none() {
            return new Name(new Object(), null, "");
        }

        /// Replaced by the next of its key, and seen nowhere.
        public static Name latest(Object key) {
            return new Name(key, null, "");
        }
    }

    private final Name name;
    private final long began = System.nanoTime();
    private volatile double share = -1;
    private @Nullable Thread thread;
    private boolean cancelled;

    Job(Name name) {
        this.name = name;
    }

    public Name name() {
        return name;
    }

    /// By [System#nanoTime()].
    public long began() {
        return began;
    }

    /// 0..1, negative where nobody knows.
    public double share() {
        return share;
    }

    void at(long done, long total) {
        share = total > 0 ? Math.clamp((double) done / total, 0, 1) : -1;
    }

    /// Its outcome is not wanted any more, even if it is there already; what runs is interrupted.
    public synchronized void cancel() {
        cancelled = true;
        if (thread != null) thread.interrupt();
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /// @return false where it is not to begin at all
    synchronized boolean begin() {
        if (!cancelled) thread = Thread.currentThread();
        return !cancelled;
    }

    /// From now on nobody interrupts the thread for this job.
    synchronized void end() {
        thread = null;
        if (cancelled) Thread.interrupted();
    }
}
