package org.hrscope.ui.shell;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.Node;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;

/// Saves the stage as an image in the user's pictures folder. FX thread; the file is written off it.
final class Snapshot {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss_SSS");

    private final Path folder;
    private final Jobs jobs;
    private final Notices notices;
    private final Texts texts;

    Snapshot(Shell shell, Path folder) {
        this.folder = folder;
        jobs = shell.jobs();
        notices = shell.notices();
        texts = shell.texts();
    }

    /// A name by the time.
    Path file(String ending) {
        return folder.resolve(
                "HRScope_" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + ending);
    }

    void take(Node node) {
        NodePicture picture = NodePicture.of(node);
        Path file = file(".png");
        jobs.run(
                () -> picture.write(file),
                written -> notices.news(texts.get("snapshot.done", written)),
                notices::problem);
    }
}
