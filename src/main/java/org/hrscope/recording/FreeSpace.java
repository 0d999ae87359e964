package org.hrscope.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;

/// The free space where a recording goes. Any thread.
final class FreeSpace {
    private static final long MEGABYTE = 1_000_000;

    /// Less, and a recording is not begun.
    static final long LEAST = 64 * MEGABYTE;

    /// Less, and a running one ends: what it holds must still be completed, and others need the disk too.
    static final long RESERVE = 24 * MEGABYTE;

    private FreeSpace() {}

    /// @throws Problem `record.space`
    static void need(Path file, long bytes) throws Problem {
        long free = at(file);
        if (free < bytes)
            throw new Problem("record.space", file, free / MEGABYTE, bytes / MEGABYTE);
    }

    /// In bytes; as much as one likes where the system does not tell.
    static long at(Path file) {
        Path there = file.toAbsolutePath().getParent();
        while (there != null && !Files.exists(there)) there = there.getParent();
        try {
            return there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
        } catch (IOException untold) {
            return Long.MAX_VALUE;
        }
    }
}
