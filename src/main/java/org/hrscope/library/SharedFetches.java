package org.hrscope.library;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hrscope.domain.Problem;

/// One run for all concurrent requests for a network: the first caller does the work on its own thread, the others
/// wait for its result. If it is cancelled, one of the waiting callers takes over. Any thread.
final class SharedFetches {
    private static final long LOOK_MILLIS = 100;

    /// Makes a network ready.
    @FunctionalInterface
    interface Work {
        Path run(DownloadProgress progress) throws Problem, InterruptedException;
    }

    private record Seen(long done, long total) {}

    private static final class Run {
        final CompletableFuture<Path> end = new CompletableFuture<>();
        volatile Seen seen = new Seen(0, -1);
    }

    private final ConcurrentMap<String, Run> running = new ConcurrentHashMap<>();

    boolean isRunning(String id) {
        return running.containsKey(id);
    }

    /// @param progress called on the requesting thread, even while another does the work
    Path join(String id, Work work, DownloadProgress progress)
            throws Problem, InterruptedException {
        while (true) {
            Run mine = new Run();
            Run other = running.putIfAbsent(id, mine);
            if (other == null) return lead(id, mine, work, progress);
            Optional<Path> result = follow(other, progress);
            if (result.isPresent()) return result.get();
        }
    }

    private Path lead(String id, Run mine, Work work, DownloadProgress progress)
            throws Problem, InterruptedException {
        DownloadProgress told =
                (done, total) -> {
                    mine.seen = new Seen(done, total);
                    progress.at(done, total);
                };
        try {
            Path made = work.run(told);
            mine.end.complete(made);
            return made;
        } catch (Problem problem) {
            mine.end.completeExceptionally(problem);
            throw problem;
        } finally {
            running.remove(id, mine);
            // No effect on a completed run; otherwise a waiting caller takes over.
            mine.end.cancel(false);
        }
    }

    /// @return empty if that run was cancelled
    private static Optional<Path> follow(Run other, DownloadProgress progress)
            throws Problem, InterruptedException {
        while (true) {
            try {
                return Optional.of(other.end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                Seen seen = other.seen;
                if (seen.done > 0) progress.at(seen.done, seen.total);
            } catch (CancellationException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Problem problem) throw problem;
                throw new IllegalStateException(e);
            }
        }
    }
}
