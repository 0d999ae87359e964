package org.hrscope.ui.library;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A job that another thread may stop by interrupting it. Once it is over, its thread is left alone.
final class Stoppable<T> {
    private final Callable<T> job;
    private @Nullable Thread thread;
    private boolean stopped;

    Stoppable(Callable<T> job) {
        this.job = job;
    }

    /// Any thread.
    synchronized void stop() {
        stopped = true;
        if (thread != null) thread.interrupt();
    }

    /// Runs it here.
    ///
    /// @return empty where it was stopped, whatever it said of that
    Optional<T> call() throws Exception {
        if (!begin()) return Optional.empty();
        try {
            return Optional.of(job.call());
        } catch (Exception e) {
            if (isStopped()) return Optional.empty();
            throw e;
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        if (!stopped) thread = Thread.currentThread();
        return !stopped;
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void end() {
        thread = null;
        if (stopped) Thread.interrupted();
    }
}
