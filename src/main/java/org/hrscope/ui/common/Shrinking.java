package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/// Part of a [ShrinkingBar] that can do with less space. FX thread.
public interface Shrinking {
    /// Takes as little space as possible, or as much as it likes.
    void shrink(boolean now);

    /// What it shows at full size: when this changes, it may fit again.
    ObservableValue<?> fullProperty();

    /// One that can be done without.
    static Shrinking hiding(Node node) {
        node.managedProperty().bind(node.visibleProperty());
        return new Shrinking() {
            @Override
            public void shrink(boolean now) {
                node.setVisible(!now);
            }

            @Override
            public ObservableValue<?> fullProperty() {
                return node instanceof Labeled labeled
                        ? labeled.textProperty()
                        : node.visibleProperty();
            }
        };
    }
}
