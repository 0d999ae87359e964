package org.hrscope.ui.joints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class JointsPanelTest {
    /// Panels are made when they are first opened: no other frame need follow.
    @Test
    void oneThatIsOpenedOnAStillImageKnowsItsScores() {
        FxToolkit.run(() -> {
            Selection selection = new Selection();
            JointsViewModel joints = new JointsViewModel(selection);
            joints.show(
                    Skeleton.numbered(2),
                    List.of(new Keypoint(1, 2, 0.25), new Keypoint(3, 4, 0.75)));
            Texts texts = new Texts();
            JointsPanel panel =
                    new JointsPanel(
                            joints,
                            selection,
                            new LayersViewModel()
                                    .colours(joints.skeletonProperty(), selection.personProperty()),
                            new Controls(texts),
                            texts);
            assertThat(
                            panel.rows().stream()
                                    .map(row -> ((Label) row.lookup(".joint-score")).getText()))
                    .containsExactly("0.25", "0.75");
        });
    }
}
