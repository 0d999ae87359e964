package org.hrscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ui.FxToolkit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class ScrolledTest {
    private static final double HEIGHT = 143;

    private final Region before = tall(211);
    private final Label words = Paragraph.of(new Label());
    private final TallPane pane =
            FxToolkit.on(() -> new TallPane(new VBox(before, words, tall(97))));

    private static Region tall(double height) {
        Region region = new Region();
        region.setMinHeight(height);
        return region;
    }

    /// Where `node` is in the place that is seen.
    private Bounds shown(Node node) {
        return FxToolkit.on(() -> {
            pane.layout();
            return pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        });
    }

    private void scrollTo(String text) {
        FxToolkit.run(() -> {
            if (pane.getScene() == null) new Scene(pane, 203, HEIGHT);
            pane.applyCss();
            pane.layout();
            words.setText(text);
            Scrolled.to(words, 7);
        });
    }

    @Test
    void wordsThatHaveJustAppearedBelowTheFoldAreSeenWhole() {
        scrollTo("Longer than one line of it. ".repeat(4));
        Bounds at = shown(words);
        assertThat(at.getHeight()).isGreaterThan(30);
        assertThat(at.getMinY()).isPositive();
        assertThat(at.getMaxY()).isBetween(HEIGHT - 3, HEIGHT + 1);
    }

    @Test
    void ofTooManyTheFirstAreSeen() {
        scrollTo("Longer than one line of it. ".repeat(40));
        assertThat(shown(words).getMinY()).isBetween(5.0, 9.0);
    }

    @Test
    void whatIsSeenStays() {
        scrollTo("Short.");
        FxToolkit.run(() -> pane.setVvalue(1));
        double top = shown(words).getMinY();
        FxToolkit.run(() -> Scrolled.to(words, 7));
        assertThat(shown(words).getMinY()).isEqualTo(top);
    }

    @Test
    void outsideOfAPaneNothingScrolls() {
        FxToolkit.run(() -> Scrolled.to(new Label("alone"), 7));
    }
}
