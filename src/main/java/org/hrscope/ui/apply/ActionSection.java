package org.hrscope.ui.apply;

import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Shell;

/// Counts an action from joint angles. FX thread.
public final class ActionSection extends VBox {
    public ActionSection(Shell shell) {
        getStyleClass().add("apply-section");
    }
}
