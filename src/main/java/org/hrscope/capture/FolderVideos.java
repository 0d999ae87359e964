package org.hrscope.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;

/// Videos and animations in a folder: they are passed over, as only its images are read.
public final class FolderVideos {
    private FolderVideos() {}

    public static long count(Path folder) throws Problem {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> FileKind.ofName(file) == FileKind.VIDEO)
                    .filter(Files::isRegularFile)
                    .count();
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(e, "file.unreadable", folder);
        }
    }
}
