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
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Recordings that killed processes left under a hidden name. Any thread.
public final class Unfinished {
    private static final int MOST = 1000;

    private Unfinished() {}

    /// Gives those in this folder a visible name, `clip-unfinished.mp4`, sparing files of living processes. Best
    /// effort; empty ones are deleted.
    ///
    /// @return one `record.recovered` each
    public static List<Problem> recover(Path folder) {
        List<Problem> told = new ArrayList<>();
        if (!Files.isDirectory(folder)) return told;
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(folder, file -> PartFile.recorded(file) != null)) {
            for (Path file : all) {
                String name = PartFile.recorded(file);
                Path made = name == null ? null : recover(file, name);
                if (made != null) told.add(new Problem("record.recovered", name, made));
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // best effort
        }
        return told;
    }

    private static @Nullable Path recover(Path file, String name) {
        try (FileChannel channel =
                        FileChannel.open(
                                file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock == null) return null;
            if (channel.size() > 0) return named(file, name);
            Files.deleteIfExists(file);
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException inUse) {
            // best effort
        }
        return null;
    }

    private static @Nullable Path named(Path file, String name) throws IOException {
        Path free = free(file, name);
        return free == null ? null : Files.move(file, free);
    }

    /// A name beside `file` that says so, `clip-unfinished-2.mp4`; null if all are taken.
    static @Nullable Path free(Path file, String name) {
        int dot = name.lastIndexOf('.');
        String base = dot <= 0 ? name : name.substring(0, dot);
        String ending = dot <= 0 ? "" : name.substring(dot);
        for (int i = 1; i <= MOST; i++) {
            String number = i == 1 ? "" : "-" + i;
            Path free = file.resolveSibling(base + "-unfinished" + number + ending);
            if (!Files.exists(free, LinkOption.NOFOLLOW_LINKS)) return free;
        }
        return null;
    }
}
