package org.hrscope.ui.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.HBox;
import org.hrscope.ui.common.Controls;

/// What the inspector shows of the open node.
enum InspectorPage {
    MAPS,
    EQUATION,
    WEIGHTS;

    /// One button each. FX thread.
    static HBox buttons(ObjectProperty<InspectorPage> page, Controls controls) {
        HBox row = new HBox();
        row.getStyleClass().add("inspector-pages");
        row.getChildren().setAll(controls.alternatives(values(), "inspector.view.", page));
        return row;
    }
}
