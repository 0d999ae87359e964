package org.hrscope.library;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Lets one process at a time at a network of the store; a kill gives it free. On a disk without locks it lets all.
/// Its file is a few empty bytes and stays: deleting it would give two processes a lock each.
final class StoreLock implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until no other process has it.
    ///
    /// @param waiting called now and then meanwhile
    static StoreLock wait(Path store, String id, Runnable waiting)
            throws IOException, InterruptedException {
        while (true) {
            StoreLock lock = tryIt(store, id);
            if (lock != null) return lock;
            waiting.run();
            Thread.sleep(LOOK_MILLIS);
        }
    }

    /// @return null where another process has it
    static @Nullable StoreLock tryIt(Path store, String id) throws IOException {
        Path folder = Files.createDirectories(store.resolve("locks"));
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(id + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                channel.close();
                return null;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return null;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            // No locks on this disk.
        }
        return new StoreLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
