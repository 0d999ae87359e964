package org.hrscope.ui.apply;

import javafx.scene.layout.VBox;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Shell;

/// The Apply panel: three uses of poses, each under a title that folds it. FX thread.
public final class ApplyPanel extends VBox {
    public ApplyPanel(
            Shell shell,
            ActionSection action,
            InteractionSection interaction,
            AnimationSection animation) {
        getStyleClass().add("apply");
        getChildren()
                .addAll(
                        new PanelHead(shell.texts(), "side.apply"),
                        new Fold("action", shell.texts(), action, true),
                        new Fold("interaction", shell.texts(), interaction, false),
                        new Fold("animation", shell.texts(), animation, false));
    }
}
