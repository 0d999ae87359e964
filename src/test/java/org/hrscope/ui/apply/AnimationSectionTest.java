package org.hrscope.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxToolkit.class)
class AnimationSectionTest {
    private final Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
    private final AnimationViewModel model = new AnimationViewModel(atOnce);

    private AnimationSection section() {
        return new AnimationSection(model, new Shell(new Texts(), new Theme(), atOnce));
    }

    /// A lesson has a section of its own, which is kept when the lesson ends.
    @Test
    void thePuppetMovesInThePanelAfterALessonHasShownIt() {
        FxToolkit.run(() -> {
            StackPane panel = new StackPane(section());
            new Scene(panel);
            StackPane lesson = new StackPane(section());
            new Scene(lesson);
            lesson.getChildren().clear();
            try (PipelineResult result =
                    Shown.at("a", 1, 1, Shown.person(1, new DemoFigure(1, 1280, 720).truth(0)))) {
                model.show(result);
            }
            assertThat(model.pose()).isNotNull();
            panel.getChildren().clear();
            assertThat(model.watchedProperty().get()).isFalse();
        });
    }
}
