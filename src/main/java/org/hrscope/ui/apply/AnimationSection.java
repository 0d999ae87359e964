package org.hrscope.ui.apply;

import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Shell;

/// A puppet that moves like the selected person. FX thread.
public final class AnimationSection extends VBox {
    public AnimationSection(Shell shell) {
        getStyleClass().add("apply-section");
    }
}
