package org.hrscope.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hrscope.batch.Journal.Line;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The lines of a journal from one of them to what was the end when this began. One thread.
final class JournalLines extends InputStream {
    static final byte FEED = '\n';

    /// Reads part of the file from an offset in bytes; see [InputStream#read(byte[], int, int)].
    interface Blocks {
        int read(long at, byte[] into, int offset, int length) throws IOException;
    }

    /// What a line says.
    interface Format {
        Line read(InputStream line) throws IOException, Problem;
    }

    private final InputStream buffered = new BufferedInputStream(this, 1 << 16);
    private final Blocks file;
    private final long limit;
    private final Format format;
    private long at;
    private long begin;
    private long end;

    /// @param at    offset of the first line
    /// @param limit of the file
    JournalLines(Blocks file, long at, long limit, Format format) {
        this.file = file;
        this.at = at;
        this.limit = limit;
        this.format = format;
        end = at;
    }

    /// Null at the end; an incomplete last line is ignored.
    @Nullable Line next() throws IOException, Problem {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = buffered.read(); next >= 0; next = buffered.read()) {
            if (next == FEED) {
                begin = end;
                end += line.size() + 1;
                return format.read(new ByteArrayInputStream(line.toByteArray()));
            }
            line.write(next);
        }
        return null;
    }

    /// Offset of the last line read.
    long begin() {
        return begin;
    }

    /// Offset of what follows it.
    long end() {
        return end;
    }

    /// Those of one file, read lazily.
    Iterator<SavedImage> images(int number) {
        return new Iterator<>() {
            private @Nullable SavedImage next = ahead();

            private @Nullable SavedImage ahead() {
                try {
                    for (Line line = JournalLines.this.next();
                            line != null;
                            line = JournalLines.this.next()) {
                        SavedImage image = line.image();
                        if (image != null && image.file() == number) return image;
                    }
                    return null;
                } catch (IOException | Problem e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public SavedImage next() {
                SavedImage image = next;
                if (image == null) throw new NoSuchElementException();
                next = ahead();
                return image;
            }
        };
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int most = (int) Math.min(length, limit - at);
        if (most <= 0) return -1;
        int count = file.read(at, bytes, offset, most);
        at += Math.max(0, count);
        return count;
    }
}
