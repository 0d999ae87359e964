package org.hrscope.library;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Inter-process lock on one network of the store; released by the system after a kill. Without file locks it
/// admits everyone. The lock file is empty and never deleted: deleting it would let two processes hold a lock each.
final class StoreLock implements AutoCloseable {
    private static final long LOOK_MILLIS = 200;

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits until no other process holds it.
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

    /// @return null if another process holds it
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
            // This file system has no locks.
        }
        return new StoreLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
