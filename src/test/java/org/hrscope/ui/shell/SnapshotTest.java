package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A snapshot is written, and leaves the window as it was: once it shrank the scene to nothing, and nothing was drawn
/// after.
@Timeout(120)
@ExtendWith(FxToolkit.class)
class SnapshotTest {
    @TempDir Path folder;

    @Test
    void leavesTheWindowAsItWas() throws InterruptedException {
        try (OpenWindow window = new OpenWindow(folder)) {
            Scene scene = window.stage().getScene();
            double width = scene.getWidth();
            double height = scene.getHeight();
            assertThat(width).isGreaterThan(500);
            window.press(KeyCode.S, false, true);
            FxToolkit.rendered();
            assertThat(scene.getWidth()).isEqualTo(width);
            assertThat(scene.getHeight()).isEqualTo(height);
            while (folder.toFile().list((in, name) -> name.endsWith(".png")).length == 0) {
                Thread.sleep(20);
            }
        }
    }
}
