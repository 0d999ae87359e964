package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Which of previous frame, play and next frame can be pressed.
@ExtendWith(FxToolkit.class)
class TransportBarTest {
    private static List<Boolean> usable(SourceInfo source) {
        return FxToolkit.on(() -> {
            try (HeardLive heard = HeardLive.open()) {
                TransportBar bar = new TransportBar(heard.live(), new Controls(new Texts()));
                heard.engine().opened(new SourceSpec.Demo(), source);
                return bar.getChildren().stream()
                        .filter(Button.class::isInstance)
                        .map(Node::isDisabled)
                        .map(disabled -> !disabled)
                        .toList();
            }
        });
    }

    @Test
    void aVideoIsSteppedBothWays() {
        assertThat(usable(new SourceInfo("clip.mp4", 5, 25, false)))
                .containsExactly(true, true, true);
    }

    @Test
    void aCameraAndTheFigureGoOnOnly() {
        assertThat(usable(new SourceInfo("camera", 0, 30, true)))
                .containsExactly(false, true, true);
        assertThat(usable(new SourceInfo("figure", 0, 30, false)))
                .containsExactly(false, true, true);
    }

    @Test
    void aStillImageHasNoOtherFrame() {
        assertThat(usable(new SourceInfo("image.png", 1, 0, false)))
                .containsExactly(false, true, false);
    }
}
