package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Held by one process at a time; released by the system after a kill. On a file system without locks everyone holds
/// it. The file is empty and never deleted: deleting it would let two processes hold a lock each. Threads of one
/// process keep each other out by other means: as POSIX has it, one that gives up gives up its whole process's lock.
public final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until nobody else holds it.
    ///
    /// @param file    made if it is missing, with its folder
    /// @param patient asked before each pause whether to wait on
    /// @return null if someone else still holds it
    public static @Nullable ProcessLock await(Path file, Duration pause, BooleanSupplier patient)
            throws IOException, InterruptedException {
        return ProcessLock.<InterruptedException>held(
                file,
                channel -> {
                    boolean taken = take(channel);
                    while (!taken && patient.getAsBoolean()) {
                        Thread.sleep(pause);
                        taken = take(channel);
                    }
                    return taken;
                });
    }

    /// The same without waiting.
    public static @Nullable ProcessLock tryIt(Path file) throws IOException {
        return ProcessLock.<RuntimeException>held(file, ProcessLock::take);
    }

    private interface Taking<E extends Exception> {
        boolean from(FileChannel channel) throws IOException, E;
    }

    /// The channel stays open with the lock, and without it no longer than it is tried.
    private static <E extends Exception> @Nullable ProcessLock held(Path file, Taking<E> taking)
            throws IOException, E {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = taking.from(channel);
        } finally {
            if (!taken) channel.close();
        }
        return taken ? new ProcessLock(channel) : null;
    }

    private static boolean take(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException noLocksHere) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
