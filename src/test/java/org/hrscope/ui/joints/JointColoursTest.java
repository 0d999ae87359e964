package org.hrscope.ui.joints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class JointColoursTest {
    private static final Skeleton COCO = Skeletons.byId("coco17").orElseThrow();

    private final Selection selection = new Selection();
    private final JointsViewModel joints = new JointsViewModel(selection);
    private final LayersViewModel layers = new LayersViewModel();

    private List<Color> stage(int person) {
        JointColours colours = layers.now().colours(COCO, person, true);
        List<Color> all = new ArrayList<>();
        for (int joint = 0; joint < COCO.size(); joint++) all.add(colours.ofJoint(joint));
        return all;
    }

    /// Whatever the choice, the list names the joint by the colour it has on the stage.
    @Test
    void theListHasTheColoursOfTheStage() {
        FxToolkit.run(() -> {
            Texts texts = new Texts();
            ObservableValue<JointColours> colours =
                    layers.colours(joints.skeletonProperty(), selection.personProperty());
            JointsPanel panel =
                    new JointsPanel(joints, selection, colours, new Controls(texts), texts);
            joints.show(COCO, List.of());
            selection.personProperty().set(3);
            List<List<Color>> seen = new ArrayList<>();
            for (boolean byPerson : new boolean[] {false, true}) {
                for (boolean hues : new boolean[] {false, true}) {
                    layers.byPersonProperty().set(byPerson);
                    layers.huesProperty().set(hues);
                    assertThat(listed(panel)).isEqualTo(stage(3));
                    seen.add(listed(panel));
                }
            }
            assertThat(seen.stream().distinct()).as("both hues are the joints'").hasSize(3);
            layers.toggle(StageLayer.HEATMAPS);
            assertThat(listed(panel)).as("no heatmaps, no hues").isEqualTo(seen.get(2));
            selection.personProperty().set(4);
            assertThat(listed(panel)).isEqualTo(stage(4)).isNotEqualTo(seen.get(2));
        });
    }

    private static List<Color> listed(JointsPanel panel) {
        panel.applyCss();
        List<Color> colours = new ArrayList<>();
        for (JointRow row : panel.rows()) {
            row.getChildren().stream()
                    .filter(Circle.class::isInstance)
                    .forEach(circle -> colours.add((Color) ((Circle) circle).getFill()));
        }
        return colours;
    }

    @Test
    void peopleNextToEachOtherDiffer() {
        JointColours[] people = new JointColours[20];
        for (int i = 0; i < people.length; i++) people[i] = new JointColours(COCO, i + 1, false);
        for (int i = 0; i < people.length; i++) {
            for (int j = Math.max(0, i - 4); j < i; j++) {
                double apart =
                        Math.abs(people[i].ofJoint(0).getHue() - people[j].ofJoint(0).getHue());
                assertThat(Math.min(apart, 360 - apart)).isGreaterThan(30);
            }
        }
    }
}
