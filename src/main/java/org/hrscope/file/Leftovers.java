package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Partial files left behind by killed processes. Any thread.
public final class Leftovers {
    private Leftovers() {}

    /// Deletes those in this folder, sparing files of living processes, which hold a lock. Best effort: whatever
    /// cannot be listed, locked or deleted stays.
    public static void clear(Path folder) {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PartFile::ofAnother)) {
            for (Path part : parts) clearUnlocked(part);
        } catch (IOException | DirectoryIteratorException unreadable) {
            // best effort
        }
    }

    private static void clearUnlocked(Path part) {
        // Deleted while locked: a process that has just created it and waits for the lock will
        // notice.
        try (FileChannel channel =
                        FileChannel.open(
                                part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) Files.deleteIfExists(part);
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException inUse) {
            // best effort
        }
    }
}
