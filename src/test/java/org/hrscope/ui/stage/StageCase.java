package org.hrscope.ui.stage;

import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/// A stage of 240 x 320 in a window of its own, with no layer on.
@ExtendWith(FxToolkit.class)
abstract class StageCase {
    final LayersViewModel layers = new LayersViewModel();
    final Selection selection = new Selection();
    final JointsViewModel joints = new JointsViewModel(selection);
    final Texts texts = new Texts();
    Stage window;
    StageView view;

    @BeforeEach
    final void openStage() {
        FxToolkit.run(() -> {
            layers.restore(List.of());
            view = new StageView(layers, joints, selection, new JointNames(texts));
            window = new Stage();
            window.setScene(new Scene(view, 240, 320));
            window.show();
        });
    }

    @AfterEach
    final void closeStage() {
        FxToolkit.run(() -> {
            view.clear();
            window.hide();
        });
    }
}
