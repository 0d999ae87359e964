package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Shell;

/// Saves images in the user's pictures folder. FX thread; the file is written off it.
record Snapshot(Shell shell, Path folder) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss_SSS");

    /// A name by the time.
    Path file(String ending) {
        return folder.resolve(
                "HRScope_" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + ending);
    }

    void save(NodePicture picture) {
        Path file = file(".png");
        keep(() -> picture.write(file));
    }

    /// Writes a file and tells where it is.
    void keep(Callable<Path> written) {
        shell.jobs()
                .run(
                        written,
                        file -> shell.notices().news(shell.texts().of("snapshot.done", file)),
                        shell.notices()::problem);
    }
}
