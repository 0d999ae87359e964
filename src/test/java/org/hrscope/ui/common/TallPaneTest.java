package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class TallPaneTest {
    private static final double WIDTH = 203;
    private static final double HEIGHT = 97;

    private final Label words = new Label();
    private final Region rest = new Region();

    private TallPane laidOut(String text) {
        return FxToolkit.on(() -> {
            words.setText(text);
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            VBox.setVgrow(rest, Priority.ALWAYS);
            TallPane pane = new TallPane(new VBox(words, rest));
            new Scene(pane, WIDTH, HEIGHT);
            // The room is known after the first.
            for (int i = 0; i < 3; i++) {
                pane.applyCss();
                pane.layout();
            }
            return pane;
        });
    }

    private static boolean scrolls(TallPane pane) {
        return FxToolkit.on(() ->
                pane.lookupAll(".scroll-bar").stream()
                        .map(ScrollBar.class::cast)
                        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                        .anyMatch(Node::isVisible));
    }

    @Test
    void aTextThatIsTooTallOnlyWhenWrappedHasABar() {
        TallPane pane = laidOut("Longer than one line, and than the place. ".repeat(9));
        assertThat(words.getHeight()).isGreaterThan(HEIGHT);
        assertThat(scrolls(pane)).isTrue();
    }

    @Test
    void whatMayGrowFillsThePlace() {
        TallPane pane = laidOut("Short.");
        assertThat(scrolls(pane)).isFalse();
        assertThat(words.getHeight() + rest.getHeight()).isBetween(HEIGHT - 3, HEIGHT);
    }
}
