package org.hrscope.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hrscope.domain.Problem;

/// Writes a file under a temporary name in its own folder, syncs it, and moves it into place atomically: nobody
/// ever sees half of it, and a failure, kill or power cut leaves the old file intact. Any thread.
///
/// A symbolic link is kept and its target replaced, since that is where the user wants the data. Devices, pipes and what
/// the process has open (`/dev/stdout`) are written directly. An existing file keeps its permissions, and a read-only one
/// is not replaced.
public final class WholeFile {

    /// Writes the content. Closing the channel has no effect.
    @FunctionalInterface
    public interface Content {
        void writeTo(WritableByteChannel channel) throws IOException, Problem;
    }

    /// Wrappers close the channel too early: the file has yet to be moved into place.
    private record LeftOpen(FileChannel to) implements WritableByteChannel {
        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return to.write(bytes);
        }

        @Override
        public boolean isOpen() {
            return to.isOpen();
        }

        @Override
        public void close() {}
    }

    /// Elsewhere it means the terminal; nobody wants a file of this name.
    private static final String DASH = "-";

    private WholeFile() {}

    /// First clears what killed processes left in the folder. Interruptible, with a [ClosedByInterruptException].
    ///
    /// @throws Problem     from the content
    /// @throws IOException with a message fit to be shown
    public static void write(Path file, Content content) throws IOException, Problem {
        replace(file, content, true);
    }

    /// The same with these bytes.
    ///
    /// @throws Problem `file.unwritable`
    public static void write(Path file, byte[] bytes) throws Problem {
        FileWork.writing(file, () -> write(file, holding(bytes)));
    }

    /// The same with what another file holds.
    public static void copy(Path from, Path file) throws IOException, Problem {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ)) {
            write(
                    file,
                    channel -> {
                        long done = 0;
                        while (done < source.size()) {
                            done += source.transferTo(done, source.size() - done, channel);
                        }
                    });
        }
    }

    private static Content holding(byte[] bytes) {
        return channel -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
        };
    }

    /// The same, but completes if the thread is interrupted; the interrupt stays pending.
    ///
    /// @param content must write the same when called again: an interrupt closes the channel under it
    public static void writeUndisturbed(Path file, Content content) throws IOException, Problem {
        undisturbed(file, content, true);
    }

    /// For one of many files in a folder: does not scan for leftovers each time.
    ///
    /// @throws Problem `file.unwritable`
    public static void writeUndisturbed(Path file, byte[] bytes) throws Problem {
        FileWork.writing(file, () -> undisturbed(file, holding(bytes), false));
    }

    /// Checks beforehand, as far as possible, that a file can be written here.
    ///
    /// @throws Problem `file.dash`, `file.isFolder`, `file.unwritable`
    public static void check(Path file) throws Problem {
        if (file.toString().equals(DASH)) throw new Problem("file.dash", file);
        if (Files.isDirectory(file)) throw new Problem("file.isFolder", file);
        FileWork.writing(file, () -> Target.of(file).check());
    }

    /// Whether nothing is replaced there: it is a device, a pipe, or what this process has open.
    public static boolean direct(Path file) {
        try {
            return Target.of(file).device();
        } catch (IOException unwritable) {
            return false;
        }
    }

    /// Whether two outputs are the same file.
    public static boolean same(Path one, Path other) throws Problem {
        return FileWork.writing(one, () -> Target.of(one).same(Target.of(other)));
    }

    private static void undisturbed(Path file, Content content, boolean clearing)
            throws IOException, Problem {
        FileWork.undisturbed(() -> {
            replace(file, content, clearing);
            return file;
        });
    }

    private static void replace(Path file, Content content, boolean clearing)
            throws IOException, Problem {
        try {
            Target target = Target.of(file);
            if (target.device()) {
                try (FileOutputStream to = target.stream()) {
                    content.writeTo(new LeftOpen(to.getChannel()));
                }
            } else {
                target.check();
                if (clearing) Leftovers.clear(target.folder());
                throughPart(target, content);
            }
        } catch (FileSystemException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static void throughPart(Target target, Content content) throws IOException, Problem {
        try (NewFolders folders = NewFolders.make(target.folder())) {
            try (PartFile part = PartFile.beside(target.file())) {
                target.permissions().ifPresent(part::permit);
                content.writeTo(new LeftOpen(part.channel()));
                part.moveTo(target.file());
            }
            folders.keep();
        }
    }

    /// For the sentence of a failed write.
    public static Problem unwritable(Object file, IOException e) {
        return new Problem(e, "file.unwritable", file, reason(e));
    }

    /// The system's own message if there is one, without the file name, which our sentence has.
    public static String reason(IOException e) {
        if (e instanceof FileSystemException system) {
            if (system.getReason() != null) return system.getReason();
            return switch (system) {
                case java.nio.file.AccessDeniedException denied -> "permission denied";
                case java.nio.file.FileAlreadyExistsException there ->
                        there.getFile() + " is not a folder";
                case java.nio.file.NoSuchFileException gone ->
                        missing(gone.getFile()) + " is missing";
                default -> system.toString();
            };
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /// Whoever asked for a file does not know the temporary name it is written under.
    private static Object missing(String file) {
        Path folder = Path.of(file).toAbsolutePath().getParent();
        return folder == null || Files.exists(folder) ? file : folder;
    }
}
