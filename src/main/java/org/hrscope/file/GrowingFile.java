package org.hrscope.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// What [WholeFile] writes at once, written bit by bit over a long run: under a temporary name, until [#complete()] moves
/// it into place. An interrupt disturbs nothing: what a run found until then is to be kept. One thread.
public final class GrowingFile implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final Target target;

    /// Null for a device, which is written to as it is.
    private final @Nullable NewFolders folders;

    private final @Nullable PartFile part;
    private final FileOutputStream file;
    private final OutputStream to;

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

    /// Clears what killed processes left in the folder first.
    ///
    /// @throws Problem `file.unwritable`
    public static GrowingFile at(Path file) throws Problem {
        try {
            return open(Target.of(file));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /// For what belongs into a file later: beside it until then, and never to be completed.
    ///
    /// @throws Problem `file.unwritable`
    public static GrowingFile beside(Path file) throws Problem {
        try {
            Target target = Target.of(file);
            Path folder = Path.of(System.getProperty("java.io.tmpdir", ""));
            Path place = target.device() ? folder.resolve(file.getFileName() + "") : target.file();
            return open(new Target(place, false));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static GrowingFile open(Target target) throws IOException, Problem {
        if (target.device()) {
            FileOutputStream device = new FileOutputStream(target.file().toFile());
            return new GrowingFile(target, null, null, device);
        }
        target.check();
        Leftovers.clear(target.folder());
        NewFolders folders = NewFolders.make(target.folder());
        try {
            PartFile part = Undisturbed.of(() -> PartFile.beside(target.file()));
            target.permissions().ifPresent(part::permit);
            // A channel would be closed by an interrupt; this one only holds the lock.
            FileOutputStream file = new FileOutputStream(part.path().toFile(), true);
            return new GrowingFile(target, folders, part, file);
        } catch (IOException | Problem e) {
            folders.close();
            throw e;
        }
    }

    /// For the sentence of a failed write.
    public static Problem unwritable(Path file, IOException e) {
        return new Problem(e, "file.unwritable", file, WholeFile.reason(e));
    }

    /// Buffered; closing it closes nothing that [#close()] does not.
    public OutputStream stream() {
        return to;
    }

    /// What has been written so far, from its beginning.
    public InputStream read() throws IOException {
        if (part == null) throw new FileSystemException(target.file() + " is a device");
        to.flush();
        return new FileInputStream(part.path().toFile());
    }

    /// Takes its place, when the disk has all of it.
    public void complete() throws IOException {
        to.flush();
        if (part == null || folders == null) return;
        file.getFD().sync();
        part.rename(target.file());
        folders.keep();
    }

    /// Nothing is left of it, unless it is complete.
    @Override
    public void close() throws IOException {
        file.close();
        if (part != null) part.close();
        if (folders != null) folders.close();
    }
}
