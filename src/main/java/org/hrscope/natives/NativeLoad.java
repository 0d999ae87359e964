package org.hrscope.natives;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Workers;
import org.jspecify.annotations.Nullable;

/// Loads native libraries once, on a thread that nobody interrupts: an interrupt closes the file that is being unpacked,
/// and a library class whose loading failed stays broken as long as the process lives. A load that failed for another
/// reason, such as a full disk, is tried again by the next who asks. Safe for many threads.
public final class NativeLoad {
    /// What loads, and says where from.
    @FunctionalInterface
    public interface Work {
        Path load() throws Problem;
    }

    private final Work work;
    private @Nullable CompletableFuture<Path> loading;

    public NativeLoad(Work work) {
        this.work = work;
    }

    /// Returns at once when it is loaded already. An interrupt of the caller neither ends the wait nor is it lost.
    ///
    /// @return the folder it was loaded from
    /// @throws Problem why it cannot be loaded
    public Path need() throws Problem {
        try {
            return await();
        } catch (CompletionException e) {
            throw Fault.of(e);
        }
    }

    /// For whoever comes after [#need()], or cannot tell anybody.
    ///
    /// @throws CompletionException with the reason
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
