package org.hrscope.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A lock held while a small file that several processes share is read, changed and replaced. What is locked is a
/// hidden file beside it, which stays, because the file itself is replaced each time. After two seconds, or on a file
/// system without locks, the holder goes on without one. Closed by the thread that took it.
public final class Turn implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final @Nullable ProcessLock held;

    private Turn(@Nullable ProcessLock held) {
        this.held = held;
    }

    /// Waits, but no longer than two seconds, nor once interrupted.
    public static Turn of(Path file) {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            return new Turn(ProcessLock.await(lock, PAUSE, () -> System.nanoTime() < end));
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } catch (IOException | UnsupportedOperationException noLocksHere) {
            // goes on without one
        }
        return new Turn(null);
    }

    @Override
    public void close() {
        try {
            if (held != null) held.close();
        } catch (IOException e) {
            // nothing was written to it
        }
    }
}
