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

/// Half-written files that killed processes left behind. Any thread.
public final class Leftovers {
    private Leftovers() {}

    /// Deletes those in this folder, and none that a living process writes: that one holds its lock. Nothing depends on
    /// it: what cannot be listed, locked or deleted stays.
    public static void clear(Path folder) {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PartFile::ofAnother)) {
            for (Path part : parts) clearUnlocked(part);
        } catch (IOException | DirectoryIteratorException unreadable) {
            // as said
        }
    }

    private static void clearUnlocked(Path part) {
        // Deleted under the lock: whoever has just made it and waits for its lock sees that it is
        // gone.
        try (FileChannel channel =
                        FileChannel.open(
                                part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) Files.deleteIfExists(part);
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException inUse) {
            // as said
        }
    }
}
