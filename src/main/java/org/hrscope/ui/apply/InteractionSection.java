package org.hrscope.ui.apply;

import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Shell;

/// Poses that do something in the window. FX thread.
public final class InteractionSection extends VBox {
    public InteractionSection(Shell shell) {
        getStyleClass().add("apply-section");
    }
}
