package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.hrscope.capture.SourceInfo;
import org.hrscope.ui.FxToolkit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The marked range of a file of 70 frames, on a timeline of 210 pixels: three for each frame.
@ExtendWith(FxToolkit.class)
class RangeLineTest {
    private final SimpleLongProperty openings = new SimpleLongProperty(1);
    private final SimpleObjectProperty<@Nullable SourceInfo> info =
            new SimpleObjectProperty<>(new SourceInfo("clip", 70, 30, false));
    private final MarkedRange range = new MarkedRange(openings);
    private Stage window;
    private RangeLine line;

    @BeforeEach
    void show() {
        FxToolkit.run(() -> {
            line = new RangeLine(range, info);
            window = new Stage();
            window.setScene(new Scene(new StackPane(line), 210, 20));
            window.show();
        });
        FxToolkit.rendered();
    }

    @AfterEach
    void hide() {
        FxToolkit.run(() -> window.hide());
    }

    /// First and last column that is painted; empty for none.
    private int[] painted() {
        return FxToolkit.on(() -> {
            SnapshotParameters clear = new SnapshotParameters();
            clear.setFill(Color.TRANSPARENT);
            PixelReader pixels = line.snapshot(clear, null).getPixelReader();
            return java.util.stream.IntStream.range(0, 210)
                    .filter(x -> (pixels.getArgb(x, 10) >>> 24) > 20)
                    .toArray();
        });
    }

    private void mark(long from, long to) {
        FxToolkit.run(() -> {
            range.fromProperty().set(from);
            range.toProperty().set(to);
        });
    }

    @Test
    void theBandReachesFromTheFirstFrameToTheLast() {
        assertThat(painted()).isEmpty();
        mark(17, 41);
        assertThat(painted()).hasSize(75).startsWith(51).endsWith(125);
        mark(MarkedRange.UNSET, 41);
        assertThat(painted()).startsWith(0).endsWith(125);
        mark(17, MarkedRange.UNSET);
        assertThat(painted()).startsWith(51).endsWith(209);
    }

    @Test
    void whatEndsBeforeItBeginsAndAnotherSourceHaveNone() {
        mark(41, 17);
        assertThat(painted()).isEmpty();
        mark(17, 41);
        FxToolkit.run(() -> openings.set(2));
        assertThat(painted()).isEmpty();
        assertThat(range.marked()).isFalse();
    }
}
