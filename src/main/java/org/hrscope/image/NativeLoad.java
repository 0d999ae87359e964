package org.hrscope.image;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Loads native libraries once, on a thread that nobody interrupts: an interrupt closes the file that is being unpacked,
/// and a library class whose loading failed stays broken as long as the process lives. A load that failed for another
/// reason, such as a full disk, is tried again by the next who asks. Safe for many threads.
public final class NativeLoad {
    private final Runnable load;
    private @Nullable CompletableFuture<Void> loading;

    /// @param load throws where it cannot
    public NativeLoad(Runnable load) {
        this.load = load;
    }

    /// Returns at once when it is loaded already. An interrupt of the caller neither ends the wait nor is it lost.
    ///
    /// @throws CompletionException with the reason
    public void await() {
        loading().join();
    }

    private synchronized CompletableFuture<Void> loading() {
        CompletableFuture<Void> begun = loading;
        if (begun == null || begun.isCompletedExceptionally()) {
            begun = CompletableFuture.runAsync(load);
            loading = begun;
        }
        return begun;
    }
}
