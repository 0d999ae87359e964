package org.hrscope.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Like [WholeFile], but written incrementally over a long run: under a temporary name, until [#complete()] moves it
/// into place. Survives interrupts, so that results found so far are kept. One thread.
public final class GrowingFile implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final Target target;

    /// Null for a device, which is written to directly.
    private final @Nullable NewFolders folders;

    private final @Nullable PartFile part;
    private final FileOutputStream file;
    private final OutputStream to;

    /// Closed last: on POSIX, closing any stream of a file releases the process's lock on it, and another process would
    /// delete it as a leftover.
    private final List<InputStream> readers = new ArrayList<>();

    private GrowingFile(
            Target target,
            @Nullable NewFolders folders,
            @Nullable PartFile part,
            FileOutputStream file) {
        this.target = target;
        this.folders = folders;
        this.part = part;
        this.file = file;
        to = new BufferedOutputStream(file, BLOCK);
    }

    /// First deletes what killed processes left in the folder.
    ///
    /// @throws Problem `file.unwritable`
    public static GrowingFile at(Path file) throws Problem {
        return FileWork.writing(file, () -> open(Target.of(file)));
    }

    /// The same for a recording: what a killed process leaves of it is not deleted, see [Unfinished].
    ///
    /// @throws Problem `file.unwritable`
    public static GrowingFile recording(Path file) throws Problem {
        return FileWork.writing(file, () -> open(Target.of(file), PartFile::recording));
    }

    /// A scratch file next to another file, for data that goes into it later; never completed.
    ///
    /// @throws Problem `file.unwritable`
    public static GrowingFile beside(Path file) throws Problem {
        try {
            Target target = Target.of(file);
            Path folder = Path.of(System.getProperty("java.io.tmpdir", ""));
            Path place = target.device() ? folder.resolve(file.getFileName() + "") : target.file();
            return open(new Target(place, false));
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    private interface Naming {
        PartFile beside(Path target) throws IOException;
    }

    private static GrowingFile open(Target target) throws IOException, Problem {
        return open(target, PartFile::beside);
    }

    private static GrowingFile open(Target target, Naming naming) throws IOException, Problem {
        if (target.device()) {
            return new GrowingFile(target, null, null, target.stream());
        }
        target.check();
        Leftovers.clear(target.folder());
        NewFolders folders = NewFolders.make(target.folder());
        try {
            PartFile part = FileWork.undisturbed(() -> naming.beside(target.file()));
            target.permissions().ifPresent(part::permit);
            // A channel would be closed by an interrupt; this one only holds the lock.
            FileOutputStream file = new FileOutputStream(part.path().toFile(), true);
            return new GrowingFile(target, folders, part, file);
        } catch (IOException | Problem e) {
            folders.close();
            throw e;
        }
    }

    /// Buffered; closing it closes nothing that [#close()] does not.
    public OutputStream stream() {
        return to;
    }

    /// Everything written so far, from the start.
    public InputStream read() throws IOException {
        if (part == null) throw new FileSystemException(target.file() + " is a device");
        to.flush();
        InputStream reader = new FileInputStream(part.path().toFile());
        readers.add(reader);
        return new FilterInputStream(reader) {
            @Override
            public void close() {
                // closed with the file
            }
        };
    }

    /// Moves it into place, after syncing.
    public void complete() throws IOException {
        to.flush();
        salvage();
    }

    /// The same where a write failed, as on a full disk: with what was written before.
    public void salvage() throws IOException {
        move(target.file());
    }

    /// The same, beside the place it was meant for, so that nothing whole is replaced.
    ///
    /// @return where it is now; null if nowhere
    public @Nullable Path salvageBeside() throws IOException {
        Path free = Unfinished.free(target.file(), String.valueOf(target.file().getFileName()));
        if (part == null || free == null) return null;
        move(free);
        return free;
    }

    private void move(Path to) throws IOException {
        if (part == null || folders == null) return;
        file.getFD().sync();
        try {
            part.rename(to);
        } catch (FileSystemException inUse) {
            // Windows does not rename a file that a stream has open.
            file.close();
            part.rename(to);
        }
        folders.keep();
    }

    /// Deletes the file unless it was completed.
    @Override
    public void close() throws IOException {
        try (folders;
                part;
                file) {
            for (InputStream reader : readers) reader.close();
        }
    }
}
