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

/// Merges the rows of several shards into the order of an unsharded run: by file number, and within a file as in its
/// shard. One thread.
final class InOrder<T> implements Closeable {
    /// One part's rows.
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

    /// @param fileOf the file number of a row; negative if it has none
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

    /// Tells a damaged part from one that cannot be read at the moment.
    static Problem unreadable(Exception cause, Path part) {
        boolean damaged =
                cause instanceof CharacterCodingException
                        || cause instanceof EOFException
                        || cause instanceof ZipException;
        return new Problem(cause, damaged ? "merge.damaged" : "file.unreadable", part);
    }

    /// Null at the end of all parts.
    ///
    /// @throws Problem `merge.twice` if two parts contain the same file
    @Nullable T next() throws Problem {
        // An existing output file is kept.
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
