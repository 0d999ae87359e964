package org.hrscope.export;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.zip.ZipException;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The rows of several parts of a run in the order in which the run as a whole would have written them: by their files'
/// numbers, and those of one file as its part has them. One thread.
final class InOrder<T> implements Closeable {
    /// The rows of one part, one by one.
    interface Rows<T> extends Closeable {
        /// Null at the end.
        @Nullable T next() throws IOException, Problem;
    }

    private static final class Part<T> {
        final Path path;
        final Rows<T> rows;
        @Nullable T head;
        int file = -1;

        Part(Path path, Rows<T> rows) {
            this.path = path;
            this.rows = rows;
        }
    }

    private final List<Part<T>> parts = new ArrayList<>();
    private final ToIntFunction<T> fileOf;
    private @Nullable Part<T> last;
    private int lastFile = -1;

    /// @param fileOf the number of a row's file; below 0 where it has none
    InOrder(ToIntFunction<T> fileOf) {
        this.fileOf = fileOf;
    }

    void add(Path path, Rows<T> rows) throws Problem {
        Part<T> part = new Part<>(path, rows);
        parts.add(part);
        advance(part);
    }

    private void advance(Part<T> part) throws Problem {
        try {
            part.head = part.rows.next();
        } catch (IOException e) {
            throw unreadable(e, part.path);
        }
        if (part.head == null) return;
        int file = fileOf.applyAsInt(part.head);
        if (file < 0) throw new Problem("merge.numbers", part.path);
        if (file < part.file) throw new Problem("merge.order", part.path);
        part.file = file;
    }

    /// What is neither on the disk as it was written, nor to be mended by reading it again, is damaged.
    static Problem unreadable(Exception cause, Path part) {
        boolean damaged =
                cause instanceof CharacterCodingException
                        || cause instanceof EOFException
                        || cause instanceof ZipException;
        return new Problem(cause, damaged ? "merge.damaged" : "file.unreadable", part);
    }

    /// Null at the end of all.
    ///
    /// @throws Problem `merge.twice` where two parts have the same file
    @Nullable T next() throws Problem {
        // A merge is quick; whoever stops it nonetheless leaves what was there.
        if (Thread.currentThread().isInterrupted()) throw new Problem("command.stopped");
        Part<T> first =
                parts.stream()
                        .filter(part -> part.head != null)
                        .min(Comparator.comparingInt(part -> part.file))
                        .orElse(null);
        if (first == null) return null;
        if (last != null && last != first && lastFile == first.file) {
            throw new Problem("merge.twice", last.path, first.path, lastFile);
        }
        last = first;
        lastFile = first.file;
        T row = first.head;
        advance(first);
        return row;
    }

    @Override
    public void close() throws IOException {
        for (Part<T> part : parts) part.rows.close();
    }
}
