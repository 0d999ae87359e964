package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Held by one thread of one process at a time; released by the system after a kill. On a file system without locks
/// everyone holds it. The file is empty and never deleted: deleting it would let two processes hold a lock each.
public final class ProcessLock implements AutoCloseable {
    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until nobody else holds it.
    ///
    /// @param waiting called before each pause
    public static ProcessLock await(Path file, Duration pause, Runnable waiting)
            throws IOException, InterruptedException {
        while (true) {
            ProcessLock lock = tryIt(file);
            if (lock != null) return lock;
            waiting.run();
            Thread.sleep(pause);
        }
    }

    /// @param file made if it is missing, with its folder
    /// @return null if someone else holds it
    public static @Nullable ProcessLock tryIt(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) return new ProcessLock(channel);
        } catch (OverlappingFileLockException anotherThread) {
            // as if another process held it
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException noLocksHere) {
            return new ProcessLock(channel);
        }
        channel.close();
        return null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
