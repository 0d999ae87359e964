package org.hrscope.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.WholeFile;
import org.hrscope.json.Json;
import org.jspecify.annotations.Nullable;

/// The results of a run so far, one line of JSON per image, written as soon as the sinks have accepted it, so that even
/// a killed run can resume. A hidden file next to the results, deleted once they are complete. Thread-safe, except for
/// reading.
public final class Journal implements Closeable {
    /// One line: the run's identity, an image, a reported problem, or a finished file.
    ///
    /// @param run  see [RunIdentity]; the first line only
    /// @param done number of a finished file; all before it are finished too
    public record Line(
            @Nullable String run,
            @Nullable SavedImage image,
            @Nullable Trouble trouble,
            @Nullable Integer done) {}

    /// A reported [Problem].
    public record Trouble(String key, List<String> arguments) {
        public Problem problem() {
            return new Problem(key, arguments.toArray());
        }
    }

    /// Called for each line.
    public interface Reader {
        /// @param at the line's offset in bytes
        /// @return whether to continue
        boolean line(Line line, long at) throws Problem;
    }

    private final Path path;
    private final String run;
    private final Json json = new Json(Json.Names.AS_WRITTEN);

    /// Lines from before the first image: a run without images leaves no journal.
    private final List<Line> waiting = new ArrayList<>();

    private @Nullable RandomAccessFile file;

    private Journal(Path path, String run) {
        this.path = path;
        this.run = run;
    }

    /// The journal's path.
    ///
    /// @param result the run's first output
    /// @param folder whether that output is a folder
    public static Path beside(Path result, boolean folder) {
        return folder
                ? result.resolve(".hrscope.resume")
                : result.resolveSibling("." + result.getFileName() + ".resume");
    }

    /// A new journal, which replaces any earlier one when its first image is added.
    ///
    /// @throws Problem `resume.running` if the earlier one is of a run that is still alive
    public static Journal start(Path path, String run) throws Problem {
        if (Files.isRegularFile(path)) {
            try (Journal earlier = new Journal(path, run)) {
                earlier.open();
            } catch (IOException unreadable) {
                // the first image will tell
            }
        }
        return new Journal(path, run);
    }

    /// The journal of an interrupted run, or a new one if there is none.
    ///
    /// @throws Problem `resume.other` if it belongs to another run, `resume.running` if that run is still alive
    public static Journal resume(Path path, String run) throws Problem {
        Journal journal = new Journal(path, run);
        if (!Files.exists(path)) return journal;
        try {
            journal.open();
            List<Line> first = new ArrayList<>();
            journal.read((line, _) -> {
                first.add(line);
                return false;
            });
            // Killed while writing the first line.
            if (first.isEmpty()) return journal.anew();
            if (!run.equals(first.getFirst().run)) throw new Problem("resume.other", path);
        } catch (IOException e) {
            journal.close();
            throw WholeFile.unwritable(path, e);
        } catch (Problem e) {
            journal.close();
            throw e;
        }
        return journal;
    }

    private Journal anew() throws Problem {
        close();
        return start(path, run);
    }

    /// Locked as long as it is open.
    private RandomAccessFile open() throws IOException, Problem {
        Object before = identity();
        RandomAccessFile opened = new RandomAccessFile(path.toFile(), "rw");
        boolean ours = false;
        try {
            if (opened.getChannel().tryLock() == null) throw new Problem("resume.running", path);
            ours = true;
        } catch (OverlappingFileLockException e) {
            throw new Problem(e, "resume.running", path);
        } catch (UnsupportedOperationException noLocksHere) {
            // no protection on this file system
            ours = true;
        } finally {
            if (ours) file = opened;
            else opened.close();
        }
        if (Files.exists(path) && Objects.equals(before, identity())) return opened;
        // Another run that ended just now has deleted it under us, or a third has begun in its
        // place.
        opened.close();
        return open();
    }

    /// Which file is at the path now; null if none is, or if the file system does not tell.
    private @Nullable Object identity() throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (NoSuchFileException none) {
            return null;
        }
    }

    /// Reads all lines; truncates an incomplete last one.
    public void read(Reader reader) throws Problem {
        try (JournalLines lines = lines(0)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (!reader.line(line, lines.begin())) return;
            }
            cut(lines.end());
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", path);
        }
    }

    /// One file's images, read lazily; images added later are not included.
    ///
    /// @param at offset to start at
    public Iterator<SavedImage> images(int number, long at) {
        return lines(at).images(number);
    }

    /// Through the open file: closing a second stream of it would release the lock.
    private JournalLines lines(long at) {
        return new JournalLines(
                this::block, at, length(), bytes -> json.read(bytes, Line.class, path));
    }

    private synchronized int block(long at, byte[] into, int offset, int length)
            throws IOException {
        if (file == null) return -1;
        file.seek(at);
        return file.read(into, offset, length);
    }

    private synchronized long length() {
        try {
            return file == null ? 0 : file.length();
        } catch (IOException e) {
            return 0;
        }
    }

    /// Drops all lines from this offset on.
    public synchronized void cut(long at) throws Problem {
        try {
            if (file != null && at < file.length()) file.setLength(at);
        } catch (IOException e) {
            throw WholeFile.unwritable(path, e);
        }
    }

    public void add(SavedImage image) throws Problem {
        add(new Line(null, image, null, null));
    }

    public void add(Problem told) throws Problem {
        add(new Line(null, null, new Trouble(told.key(), told.arguments()), null));
    }

    /// All images of this file have been added.
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
            if (to == null) to = begin(line);
            else write(to, line);
        } catch (IOException e) {
            throw WholeFile.unwritable(path, e);
        }
    }

    /// Emptied rather than replaced: it may be the journal of a run that has begun since. Where the disk is full, a
    /// journal without an image is not left behind.
    private RandomAccessFile begin(Line first) throws IOException, Problem {
        RandomAccessFile to = open();
        try {
            to.setLength(0);
            write(to, new Line(run, null, null, null));
            for (Line before : waiting) write(to, before);
            write(to, first);
            return to;
        } catch (IOException full) {
            delete();
            throw full;
        }
    }

    /// Unbuffered, so that a kill costs at most this line.
    private void write(RandomAccessFile to, Line line) throws IOException {
        byte[] bytes = json.bytes(line);
        byte[] whole = Arrays.copyOf(bytes, bytes.length + 1);
        whole[bytes.length] = JournalLines.FEED;
        to.seek(to.length());
        to.write(whole);
    }

    /// Once the results are complete. If nothing was added, an earlier run's journal is left alone.
    public void delete() throws Problem {
        if (file == null) return;
        try {
            // While it is locked: as soon as it is not, it may be another run's.
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            close();
            deleteClosed();
        }
        close();
    }

    /// Windows deletes no file that is open.
    private void deleteClosed() throws Problem {
        FileWork.writing(path, () -> Files.deleteIfExists(path));
    }

    @Override
    public void close() {
        try {
            if (file != null) file.close();
        } catch (IOException e) {
            // nothing is buffered
        }
    }
}
