package org.hrscope.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Nodes that take no room while they cannot be seen. FX thread.
public final class Presence {
    private Presence() {}

    /// Shows `nodes` while `condition` holds.
    public static void when(ObservableValue<Boolean> condition, Node... nodes) {
        for (Node node : nodes) node.visibleProperty().bind(condition);
        ofVisible(nodes);
    }

    /// Shows `node`, or hides it.
    public static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /// The same for nodes that others show and hide.
    public static void ofVisible(Node... nodes) {
        for (Node node : nodes) node.managedProperty().bind(node.visibleProperty());
    }
}
