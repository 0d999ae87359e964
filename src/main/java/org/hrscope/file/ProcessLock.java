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

/// Held by one process at a time; released by the system after a kill. On a file system without locks everyone holds it.
/// The file is empty and never deleted: deleting it would let two processes hold a lock each. Threads of one process
/// keep each other out by other means: as POSIX has it, one that gives up gives up its whole process's lock.
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
        FileChannel channel = open(file);
        boolean taken = false;
        try {
            taken = take(channel);
            while (!taken && patient.getAsBoolean()) {
                Thread.sleep(pause);
                taken = take(channel);
            }
        } finally {
            if (!taken) channel.close();
        }
        return taken ? new ProcessLock(channel) : null;
    }

    /// The same without waiting.
    public static @Nullable ProcessLock tryIt(Path file) throws IOException {
        FileChannel channel = open(file);
        boolean taken = false;
        try {
            taken = take(channel);
        } finally {
            if (!taken) channel.close();
        }
        return taken ? new ProcessLock(channel) : null;
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
