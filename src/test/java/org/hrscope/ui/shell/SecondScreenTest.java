package org.hrscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.stage.StageLayer;
import org.hrscope.ui.stage.StageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The stage alone on the screen that the window is not on.
@ExtendWith(FxToolkit.class)
class SecondScreenTest {
    private static final Rectangle2D OWN = new Rectangle2D(-100, -100, 2600, 1600);
    private static final Rectangle2D OTHER = new Rectangle2D(2561, 37, 640, 480);

    @TempDir Path folder;

    private static Stage alone(OpenWindow window) {
        return window.others().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static SecondScreen on(ViewOnFile view, Supplier<List<Rectangle2D>> screens) {
        Shell shell = new Shell(new Texts(), new Theme(), new Jobs(Runnable::run, Runnable::run));
        return new SecondScreen(shell, view.models(), view.stage(), screens);
    }

    @Test
    void itFillsTheOtherScreenAndFollowsTheStage() throws Exception {
        try (OpenWindow window = new OpenWindow(folder)) {
            ViewOnFile view = window.main().view();
            SecondScreen one = on(view, () -> List.of(OWN));
            FxToolkit.run(one::toggle);
            assertThat(alone(window)).as("one screen only").isNull();
            SecondScreen two = on(view, () -> List.of(OWN, OTHER));
            FxToolkit.run(two::toggle);
            FxToolkit.rendered();
            Stage stage = alone(window);
            assertThat(stage).isNotNull();
            assertThat(List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()))
                    .containsExactly(2561., 37., 640., 480.);
            StageView shown = (StageView) FxToolkit.on(() -> stage.getScene().getRoot());
            PipelineResult here = FxToolkit.on(() -> view.stage().shown());
            assertThat(FxToolkit.on(shown::shown).frame()).isSameAs(here.frame());
            NodePicture there = FxToolkit.on(shown::atSourceSize);
            NodePicture first = FxToolkit.on(() -> view.stage().atSourceSize());
            assertThat(there.bgra().mismatch(first.bgra())).isEqualTo(-1);
            FxToolkit.run(() -> OpenWindow.press(stage.getScene(), KeyCode.ESCAPE, false, false));
            assertThat(alone(window)).isNull();
            FxToolkit.run(two::toggle);
            assertThat(alone(window)).as("a second time").isSameAs(stage);
            FxToolkit.run(two::end);
            assertThat(alone(window)).isNull();
        }
    }

    /// The speaker goes on with the keys, also after a click on what the audience sees.
    @Test
    void keysDoThereWhatTheyDoInTheWindow() throws Exception {
        try (OpenWindow window = new OpenWindow(folder)) {
            ViewOnFile view = window.main().view();
            SecondScreen two = on(view, () -> List.of(OWN, OTHER));
            FxToolkit.run(two::toggle);
            FxToolkit.rendered();
            Stage stage = alone(window);
            assertThat(FxToolkit.on(window.stage()::isFocused)).isTrue();
            var heatmaps = view.models().look().layers().shownProperty(StageLayer.HEATMAPS);
            assertThat(heatmaps.get()).isTrue();
            FxToolkit.run(() -> OpenWindow.press(stage.getScene(), KeyCode.H, false, false));
            assertThat(heatmaps.get()).isFalse();
            assertThat(alone(window)).isNotNull();
            FxToolkit.run(two::end);
        }
    }

    @Test
    void itClosesWhenItsScreenIsUnplugged() throws Exception {
        try (OpenWindow window = new OpenWindow(folder)) {
            ViewOnFile view = window.main().view();
            List<Rectangle2D> plugged = new ArrayList<>(List.of(OWN, OTHER));
            SecondScreen two = on(view, () -> plugged);
            FxToolkit.run(two::toggle);
            FxToolkit.run(() -> two.update(0));
            assertThat(alone(window)).isNotNull();
            plugged.remove(OTHER);
            FxToolkit.run(() -> two.update(0));
            assertThat(alone(window)).isNull();
            FxToolkit.run(two::toggle);
            assertThat(alone(window)).as("nowhere to be shown").isNull();
            plugged.add(OTHER);
            FxToolkit.run(two::toggle);
            assertThat(alone(window)).isNotNull();
            FxToolkit.run(two::end);
        }
    }

    /// Where the left one of two alike is unplugged, the other one takes its place.
    @Test
    void itClosesWhenOnlyOneScreenIsLeftWhereTheOtherOneWas() throws Exception {
        try (OpenWindow window = new OpenWindow(folder)) {
            ViewOnFile view = window.main().view();
            List<Rectangle2D> plugged = new ArrayList<>(List.of(OWN, OTHER));
            SecondScreen two = on(view, () -> plugged);
            FxToolkit.run(two::toggle);
            plugged.remove(OWN);
            FxToolkit.run(() -> two.update(0));
            assertThat(alone(window)).isNull();
        }
    }
}
