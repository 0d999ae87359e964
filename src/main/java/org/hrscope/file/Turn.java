package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A lock held while a small file that several processes share is read, changed and replaced. What is locked is a
/// hidden file beside it, which stays, because the file itself is replaced each time. After two seconds, or on a file
/// system without locks, the holder goes on without one. Closed by the thread that took it.
public final class Turn implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final @Nullable FileChannel locked;

    private Turn(@Nullable FileChannel locked) {
        this.locked = locked;
    }

    /// Waits, but no longer than two seconds, nor once interrupted.
    public static Turn of(Path file) {
        Path lock = file.resolveSibling("." + file.getFileName() + ".lock");
        try {
            Files.createDirectories(lock.toAbsolutePath().getParent());
            FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            return new Turn(taken(channel) ? channel : null);
        } catch (IOException | UnsupportedOperationException noLocksHere) {
            return new Turn(null);
        }
    }

    private static boolean taken(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean taken = false;
        try {
            while (!taken && System.nanoTime() < end) {
                taken = isFree(channel);
                if (!taken) Thread.sleep(PAUSE);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            if (!taken) channel.close();
        }
        return taken;
    }

    /// Locks it if it is.
    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (locked != null) locked.close();
        } catch (IOException e) {
            // nothing was written to it
        }
    }
}
