package org.hrscope.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxToolkit.class)
class TwinViewTest {
    private static final String PLACE = "java.io.tmpdir";

    @TempDir Path folder;

    private final List<Problem> troubles = new ArrayList<>();

    /// Such as a full disk, on which somebody makes room.
    @Test
    void aTwinThatCouldNotBeMadeIsTriedAgain() {
        FxToolkit.run(() -> {
            // The same each time: another one would be started anyway.
            Subject subject = Subjects.BUNDLED.subject();
            Texts texts = new Texts();
            Jobs atOnce = new Jobs(Runnable::run, Runnable::run);
            TwinView view =
                    new TwinView(
                            new JointsViewModel(new Selection()), atOnce, troubles::add, texts);
            String before = System.getProperty(PLACE);
            try {
                System.setProperty(PLACE, folder.resolve("gone").toString());
                view.start(subject);
                assertThat(troubles).hasSize(1);
                assertThat(view.started()).isFalse();
                assertThat(said(view)).isEqualTo(texts.get("lesson.twins.failed"));
                System.setProperty(PLACE, folder.toString());
                view.start(subject);
                assertThat(view.started()).isTrue();
                assertThat(said(view)).isEqualTo(texts.get("lesson.twins.waiting"));
            } finally {
                System.setProperty(PLACE, before);
                view.stop();
            }
            assertThat(troubles).hasSize(1);
        });
    }

    private static String said(TwinView view) {
        Node centre = view.getCenter();
        return ((Label) centre).getText();
    }
}
