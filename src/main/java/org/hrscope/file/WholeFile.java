package org.hrscope.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hrscope.domain.Problem;

/// Writes a file under a temporary name in its own folder, has the disk take it, and moves it into place in one step:
/// nobody ever sees half of it, and a failure, a kill or a power cut leaves what was there before. Any thread.
///
/// A target that is a symbolic link stays one: what it points at is replaced, because a person who put the link there
/// wants the data to lie there. A device or a pipe (`/dev/stdout`) is written to as it is. An existing file keeps its
/// permissions, and one that may not be written is not replaced either.
public final class WholeFile {

    /// What writes the content. Closing the channel does nothing.
    @FunctionalInterface
    public interface Content {
        void writeTo(WritableByteChannel channel) throws IOException, Problem;
    }

    /// What wraps the channel closes it too early: the file is not in its place yet.
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

    /// Clears what killed processes left in the folder first. An interrupt ends it with a
    /// [ClosedByInterruptException].
    ///
    /// @throws Problem     of the content
    /// @throws IOException whose message is the reason, to be told
    public static void write(Path file, Content content) throws IOException, Problem {
        replace(file, content, true);
    }

    /// The same to its end where the thread is interrupted meanwhile, which it stays.
    ///
    /// @param content writes the same when it is asked again: an interrupt closes the channel under its hands
    public static void writeUndisturbed(Path file, Content content) throws IOException, Problem {
        undisturbed(file, content, true);
    }

    /// One of many files in a folder, which is not looked through for leftovers each time.
    public static void writeUndisturbed(Path file, byte[] bytes) throws IOException, Problem {
        undisturbed(
                file,
                channel -> {
                    ByteBuffer rest = ByteBuffer.wrap(bytes);
                    while (rest.hasRemaining()) channel.write(rest);
                },
                false);
    }

    /// Whether a file can be written here, as far as that can be known before.
    ///
    /// @throws Problem `file.dash`, `file.isFolder`, `file.unwritable`
    public static void check(Path file) throws Problem {
        if (file.toString().equals(DASH)) throw new Problem("file.dash", file);
        if (Files.isDirectory(file)) throw new Problem("file.isFolder", file);
        try {
            Target.of(file).check();
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", file, reason(e));
        }
    }

    /// Whether two outputs would be one file.
    public static boolean same(Path one, Path other) throws Problem {
        try {
            return Target.of(one).place().equals(Target.of(other).place());
        } catch (IOException e) {
            throw new Problem(e, "file.unwritable", one, reason(e));
        }
    }

    private static void undisturbed(Path file, Content content, boolean clearing)
            throws IOException, Problem {
        Undisturbed.of(() -> {
            replace(file, content, clearing);
            return file;
        });
    }

    private static void replace(Path file, Content content, boolean clearing)
            throws IOException, Problem {
        try {
            Target target = Target.of(file);
            if (target.device()) {
                try (FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    content.writeTo(new LeftOpen(to));
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

    /// The system's own words where it has some, without the file's name, which the sentence has.
    static String reason(IOException e) {
        if (e instanceof FileSystemException system) {
            if (system.getReason() != null) return system.getReason();
            return switch (system) {
                case java.nio.file.AccessDeniedException denied -> "permission denied";
                case java.nio.file.FileAlreadyExistsException there ->
                        there.getFile() + " is no folder";
                case java.nio.file.NoSuchFileException gone -> gone.getFile() + " is missing";
                default -> system.toString();
            };
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
