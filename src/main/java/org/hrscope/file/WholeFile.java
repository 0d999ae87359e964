package org.hrscope.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.hrscope.model.Problem;

/// Writes a file under a temporary name in its own folder and moves it into place when it is complete: nobody ever
/// sees half of it, and a failure leaves what was there before.
public final class WholeFile {

    /// What writes the content.
    @FunctionalInterface
    public interface Content {
        void writeTo(FileChannel channel) throws IOException, Problem;
    }

    private WholeFile() {}

    public static void write(Path file, Content content) throws IOException, Problem {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) throw new IOException(file + " is no file");
        Files.createDirectories(folder);
        // Not Files.createTempFile: what that makes, only its owner may read.
        Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(channel);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
