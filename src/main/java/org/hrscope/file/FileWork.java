package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hrscope.domain.Problem;

/// Work on a file, whose failure is told with the file's name. Any thread.
///
/// @param <T> what comes of it
@FunctionalInterface
public interface FileWork<T> {
    T run() throws IOException, Problem;

    /// The same without a result.
    @FunctionalInterface
    interface Step {
        void run() throws IOException, Problem;
    }

    /// Whether it can be read at all is seen when it is.
    ///
    /// @throws Problem `file.missing`, `file.isFolder`, `file.special`
    static void there(Path file) throws Problem {
        if (Files.isRegularFile(file)) return;
        if (Files.isDirectory(file)) throw new Problem("file.isFolder", file);
        throw new Problem(Files.exists(file) ? "file.special" : "file.missing", file);
    }

    /// @throws Problem `file.unreadable`
    static <T> T reading(Object file, FileWork<T> work) throws Problem {
        try {
            return work.run();
        } catch (IOException e) {
            throw new Problem(e, "file.unreadable", file);
        }
    }

    /// @throws Problem `file.unwritable`
    static <T> T writing(Object file, FileWork<T> work) throws Problem {
        try {
            return work.run();
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    /// @throws Problem `file.unwritable`
    static void writing(Object file, Step work) throws Problem {
        writing(
                file,
                () -> {
                    work.run();
                    return file;
                });
    }

    /// With a channel that an interrupt would close: the work is then done again, to its end. The thread stays
    /// interrupted.
    ///
    /// @param work does the same when it is called again
    static <T> T undisturbed(FileWork<T> work) throws IOException, Problem {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.run();
                } catch (ClosedByInterruptException again) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }
}
