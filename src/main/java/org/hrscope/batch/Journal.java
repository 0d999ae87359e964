package org.hrscope.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.hrscope.domain.Problem;
import org.hrscope.file.GrowingFile;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// What a run has found so far, one line of JSON an image, on the disk as soon as the sinks have it: a run that breaks off,
/// by a kill too, goes on where its journal ends. It lies beside the results under a hidden name and goes when they are
/// complete. Any thread.
public final class Journal implements Closeable {
    private static final byte FEED = '\n';

    /// A line of the journal: which run it is of, an image, something a person was told, or the file that is done.
    ///
    /// @param run  what must be the same for a run to be gone on with
    /// @param done its number; all before it are done, too
    public record Line(
            @Nullable String run,
            @Nullable SavedImage image,
            @Nullable Trouble trouble,
            @Nullable Integer done) {}

    /// @param arguments of the problem's sentence
    public record Trouble(String key, List<String> arguments) {
        public Problem problem() {
            return new Problem(key, arguments.toArray());
        }
    }

    /// Takes the lines one by one.
    public interface Reader {
        /// @param at where it begins
        /// @return whether to go on
        boolean line(Line line, long at) throws Problem;
    }

    private final Path path;
    private final String run;
    private final Json json = new Json(Json.Names.AS_WRITTEN);

    /// What came before the first image: a run that finds none leaves no journal.
    private final List<Line> waiting = new ArrayList<>();

    private @Nullable RandomAccessFile file;

    private Journal(Path path, String run) {
        this.path = path;
        this.run = run;
    }

    /// Where the journal lies of a run whose first result this is.
    ///
    /// @param folder whether that is a folder
    public static Path beside(Path result, boolean folder) {
        return folder
                ? result.resolve(".hrscope.resume")
                : result.resolveSibling("." + result.getFileName() + ".resume");
    }

    /// A new one, in the place of what a run before may have left.
    public static Journal start(Path path, String run) {
        return new Journal(path, run);
    }

    /// The one of a run that broke off; a new one where there is none.
    ///
    /// @throws Problem `resume.other` where it is of another run, `resume.running` where that has not ended
    public static Journal resume(Path path, String run) throws Problem {
        Journal journal = new Journal(path, run);
        if (!Files.exists(path)) return journal;
        try {
            journal.open();
            String[] of = {null};
            journal.read((line, _) -> {
                of[0] = line.run;
                return false;
            });
            if (!run.equals(of[0])) throw new Problem("resume.other", path);
        } catch (IOException e) {
            journal.close();
            throw GrowingFile.unwritable(path, e);
        } catch (Problem e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    private RandomAccessFile open() throws IOException, Problem {
        RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
        file = opened;
        try {
            if (opened.getChannel().tryLock() == null) throw new Problem("resume.running", path);
        } catch (OverlappingFileLockException e) {
            throw new Problem(e, "resume.running", path);
        } catch (UnsupportedOperationException noLocksHere) {
            // Then nobody is kept away.
        }
        return opened;
    }

    /// Reads from the beginning to the end; what a kill left of the last line is cut off.
    public void read(Reader reader) throws Problem {
        try (Lines lines = new Lines(0)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!reader.line(line, lines.begin)) return;
            }
            cut(lines.end);
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", path);
        }
    }

    /// The images of one file, read as they are asked for; those that are added later do not count.
    ///
    /// @param at where to begin
    public Iterator<SavedImage> images(int number, long at) {
        Lines lines = new Lines(at);
        return new Iterator<>() {
            private @Nullable SavedImage next = ahead();

            private @Nullable SavedImage ahead() {
                try {
                    for (Line line = lines.next(); line != null; line = lines.next()) {
                        if (line.image != null && line.image.file() == number) return line.image;
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

    /// Reads blocks of the file that is written to: closing another stream of it would drop the lock.
    private final class Lines extends InputStream {
        private final InputStream buffered = new BufferedInputStream(this, 1 << 16);
        private final long limit;
        private long at;
        private long begin;
        private long end;

        Lines(long at) {
            this.at = at;
            end = at;
            limit = length();
        }

        /// Null at the end, and where the last line has none.
        @Nullable Line next() throws IOException, Problem {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = buffered.read(); next >= 0; next = buffered.read()) {
                if (next == FEED) {
                    begin = end;
                    end += line.size() + 1;
                    InputStream bytes = new ByteArrayInputStream(line.toByteArray());
                    return json.read(bytes, Line.class, path);
                }
                line.write(next);
            }
            return null;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            synchronized (Journal.this) {
                int most = (int) Math.min(length, limit - at);
                if (file == null || most <= 0) return -1;
                file.seek(at);
                int count = file.read(bytes, offset, most);
                at += Math.max(0, count);
                return count;
            }
        }
    }

    private synchronized long length() {
        try {
            return file == null ? 0 : file.length();
        } catch (IOException e) {
            return 0;
        }
    }

    /// Forgets the lines from here on.
    public synchronized void cut(long at) throws Problem {
        try {
            if (file != null && at < file.length()) file.setLength(at);
        } catch (IOException e) {
            throw GrowingFile.unwritable(path, e);
        }
    }

    public void add(SavedImage image) throws Problem {
        add(new Line(null, image, null, null));
    }

    public void add(Problem told) throws Problem {
        add(new Line(null, null, new Trouble(told.key(), told.arguments()), null));
    }

    /// The file of this number is done.
    public void done(int number) throws Problem {
        add(new Line(null, null, null, number));
    }

    private synchronized void add(Line line) throws Problem {
        if (file == null && line.image == null) {
            waiting.add(line);
            return;
        }
        try {
            RandomAccessFile to = file;
            if (to == null) {
                Files.deleteIfExists(path);
                to = open();
                write(to, new Line(run, null, null, null));
                for (Line before : waiting) write(to, before);
            }
            write(to, line);
        } catch (IOException e) {
            throw GrowingFile.unwritable(path, e);
        }
    }

    /// At once, so that a kill costs no more than this line.
    private void write(RandomAccessFile to, Line line) throws IOException {
        byte[] bytes = json.bytes(line);
        byte[] whole = Arrays.copyOf(bytes, bytes.length + 1);
        whole[bytes.length] = FEED;
        to.seek(to.length());
        to.write(whole);
    }

    /// The results are complete: nobody needs it any more.
    public void delete() throws Problem {
        close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw GrowingFile.unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) file.close();
        } catch (IOException e) {
            // Each line was written on its own.
        }
    }
}
