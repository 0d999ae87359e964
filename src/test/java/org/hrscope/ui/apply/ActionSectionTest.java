package org.hrscope.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.hrscope.action.ActionStore;
import org.hrscope.action.KnownActions;
import org.hrscope.action.OwnAction;
import org.hrscope.action.Thresholds;
import org.hrscope.domain.Problem;
import org.hrscope.motion.AngleName;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class ActionSectionTest {
    @TempDir Path folder;

    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
    private final List<Problem> told = new ArrayList<>();

    private ActionSection section(ActionViewModel model) {
        return section(model, ActionSection.Use.ALL);
    }

    private ActionSection section(ActionViewModel model, ActionSection.Use use) {
        ActionSection section =
                new ActionSection(model, new Shell(new Texts(), new Theme(), atOnce), use);
        new Scene(section, 300, 500);
        section.applyCss();
        section.layout();
        return section;
    }

    private ActionViewModel model() {
        return new ActionViewModel(atOnce, new ActionStore(folder), told::add);
    }

    /// The list of choices shows what was renamed or deleted, and never nothing.
    @Test
    void theChoiceFollowsRenamingAndDeleting() throws Exception {
        saveMine();
        FxToolkit.run(() -> {
            ActionViewModel model = model();
            ComboBox<?> choice = (ComboBox<?>) section(model).lookup(".combo-box");
            model.choose("mine");
            assertThat(choice.getValue()).isEqualTo(model.chosenProperty().get());
            model.rename("yours");
            assertThat(model.chosenProperty().get().name()).isEqualTo("yours");
            assertThat(choice.getValue()).isEqualTo(model.chosenProperty().get());
            model.delete();
            assertThat(choice.getValue()).isEqualTo(KnownActions.SQUAT);
            assertThat(model.chosenProperty().get()).isEqualTo(KnownActions.SQUAT);
            assertThat(told).isEmpty();
        });
    }

    /// A lesson on an action of one's own does not show how squats are counted.
    @Test
    void toRecordOneNothingElseIsShownUntilThereIsOne() throws Exception {
        saveMine();
        FxToolkit.run(() -> {
            ActionViewModel model = model();
            ActionSection section = section(model, ActionSection.Use.RECORD);
            Node record = section.lookup(".button-row > .button");
            Node count = section.lookup(".apply-count");
            assertThat(shown(record)).isTrue();
            assertThat(shown(count)).isFalse();
            model.choose("mine");
            assertThat(shown(count)).isTrue();
            assertThat(shown(section.lookup(".combo-box"))).isTrue();
            assertThat(shown(record)).as("another one may be recorded").isTrue();
        });
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }

    private void saveMine() throws Exception {
        new ActionStore(folder)
                .save(
                        new OwnAction(
                                "mine",
                                List.of(
                                        new AngleName(
                                                List.of("left_hip", "left_knee", "left_ankle"))),
                                new double[][] {{170}, {90}, {170}},
                                10));
    }

    @Test
    void theKeyboardMovesThresholds() {
        FxToolkit.run(() -> {
            ActionViewModel model = model();
            Thresholds first = KnownActions.SQUAT.thresholds();
            Node rest = section(model).lookup(".threshold-rest");
            press(rest, KeyCode.UP);
            assertThat(model.thresholdsProperty().get())
                    .isEqualTo(new Thresholds(first.rest() + 1, first.active()));
            press(rest, KeyCode.LEFT);
            model.moveBack();
            assertThat(model.thresholdsProperty().get()).isEqualTo(first);
        });
    }

    private static void press(Node node, KeyCode key) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
