package org.hrscope.threads;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hrscope.domain.Problem;

/// A fixed number of daemon threads working through a queue. Whatever the work throws ends up in its future.
/// Thread-safe.
public final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    /// @param name of the threads, followed by a number
    public Workers(String name, int count) {
        threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name(name + " ", 1).factory());
    }

    public <T> CompletableFuture<T> submit(Callable<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        threads.execute(() -> complete(outcome, work));
        return outcome;
    }

    /// Runs one piece of work on a thread of its own.
    public static <T> CompletableFuture<T> once(String name, Callable<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        GuardedThread.start(name, () -> complete(outcome, work));
        return outcome;
    }

    private static <T> void complete(CompletableFuture<T> outcome, Callable<T> work) {
        try {
            outcome.complete(work.call());
        } catch (Throwable thrown) {
            outcome.completeExceptionally(thrown);
        }
    }

    /// Waits for the outcome.
    ///
    /// @throws Problem whatever the work threw, as [Fault] tells it
    public static <T> T await(CompletableFuture<T> begun) throws Problem {
        try {
            return begun.join();
        } catch (CompletionException e) {
            throw Fault.of(e);
        }
    }

    /// Waits for everything submitted.
    @Override
    public void close() {
        threads.close();
    }
}
