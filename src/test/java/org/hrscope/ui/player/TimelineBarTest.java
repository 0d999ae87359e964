package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Times of a video of more than two hours, on timelines as the stage leaves them beside an open inspector and alone.
@ExtendWith(FxToolkit.class)
class TimelineBarTest {
    private static final SourceInfo LONG = new SourceInfo("clip.mp4", 217_801, 29.97, false);

    /// The texts that are seen, all of them whole, on a bar of this width.
    private static List<String> shown(double width) {
        return FxToolkit.on(() -> {
            try (HeardLive heard = HeardLive.open()) {
                Selection selection = new Selection();
                TimelineBar bar =
                        new TimelineBar(
                                heard.live(),
                                new JointsViewModel(selection),
                                selection,
                                new SimpleObjectProperty<>(),
                                new Controls(new Texts()),
                                new MarkedRange(heard.live().openingsProperty()));
                heard.engine().opened(new SourceSpec.Demo(), LONG);
                new Scene(bar, width, 44);
                for (int i = 0; i < 3; i++) {
                    bar.applyCss();
                    bar.layout();
                }
                List<Label> labels =
                        bar.lookupAll(".meter-value").stream()
                                .map(Label.class::cast)
                                .filter(Label::isVisible)
                                .toList();
                for (Label each : labels) {
                    assertThat(each.getWidth()).isGreaterThanOrEqualTo(each.prefWidth(-1));
                    assertThat(each.localToScene(each.getLayoutBounds()).getMaxX())
                            .isLessThanOrEqualTo(width);
                }
                return labels.stream().map(Label::getText).toList();
            }
        });
    }

    @Test
    void besideAnInspectorTheTotalGivesWay() {
        assertThat(shown(287)).containsExactly("0:00.00 #0");
    }

    @Test
    void aloneItHasRoomForBoth() {
        assertThat(shown(827)).containsExactly("0:00.00 #0", " / 121:07.27 #217800");
    }
}
