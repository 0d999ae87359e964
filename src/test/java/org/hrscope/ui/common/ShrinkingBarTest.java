package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Parts shrink where the row is too narrow, and only for as long as it is.
@ExtendWith(FxToolkit.class)
class ShrinkingBarTest {
    private final Label title = new Label("W16");
    private final Label legend = new Label("up: 1×1, nearest");
    private final Label shows = new Label("Show");
    private final ShrinkingBar bar = new ShrinkingBar(title, legend, shows);

    /// @return whether the legend and the word are there
    private String at(double width) {
        return FxToolkit.on(() -> {
            bar.resize(width, 30);
            bar.layout();
            return legend.isVisible() + " " + shows.isVisible();
        });
    }

    private double full() {
        return FxToolkit.on(() -> {
            new Scene(new Pane(bar));
            bar.applyCss();
            double width = bar.prefWidth(-1);
            bar.shrinking(Shrinking.hiding(legend), Shrinking.hiding(shows));
            return width;
        });
    }

    @Test
    void oneAfterTheOtherAndBackAgain() {
        double full = full();
        assertThat(at(full)).isEqualTo("true true");
        assertThat(at(full - 1)).isEqualTo("false true");
        assertThat(at(5)).isEqualTo("false false");
        assertThat(at(full - 1)).isEqualTo("false true");
        assertThat(at(full)).isEqualTo("true true");
    }

    /// Such as a title, or a progress ring that is there for a while.
    @Test
    void theyComeBackOnceWhatStandsBesideThemIsShorter() {
        double full = full();
        assertThat(at(full + 1)).isEqualTo("true true");
        FxToolkit.run(() -> title.setText("W32, grown from W16"));
        assertThat(at(full + 1)).startsWith("false");
        FxToolkit.run(() -> title.setText("W16"));
        assertThat(at(full + 1)).isEqualTo("true true");
        FxToolkit.run(() -> title.setText("W32, grown from W16, and taught"));
        assertThat(at(full + 1)).startsWith("false");
        FxToolkit.run(() -> title.setText("W16."));
        assertThat(at(full - 1)).startsWith("false");
    }
}
