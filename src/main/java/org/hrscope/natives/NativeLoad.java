package org.hrscope.natives;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Workers;
import org.jspecify.annotations.Nullable;

/// Loads native libraries once, on a thread that is never interrupted: an interrupt would close the file being
/// unpacked, and a class whose static initialiser failed stays broken for the life of the process. A load that
/// failed for another reason, such as a full disk, is retried on the next request. Thread-safe.
public final class NativeLoad {
    /// Loads, and returns the folder it loaded from.
    @FunctionalInterface
    public interface Work {
        Path load() throws Problem;
    }

    private final Work work;
    private @Nullable CompletableFuture<Path> loading;

    public NativeLoad(Work work) {
        this.work = work;
    }

    /// Returns at once if already loaded. Not interruptible; an interrupt of the caller stays pending.
    ///
    /// @return the folder it was loaded from
    /// @throws Problem if it cannot be loaded
    public Path need() throws Problem {
        try {
            return await();
        } catch (CompletionException e) {
            throw Fault.of(e);
        }
    }

    /// For callers that run after [#need()] or cannot report a problem.
    ///
    /// @throws CompletionException with the cause
    public Path await() {
        return loading().join();
    }

    private synchronized CompletableFuture<Path> loading() {
        CompletableFuture<Path> begun = loading;
        if (begun == null || begun.isCompletedExceptionally()) {
            begun = Workers.once("natives", work::load);
            loading = begun;
        }
        return begun;
    }
}
