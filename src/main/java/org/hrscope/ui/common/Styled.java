package org.hrscope.ui.common;

import javafx.scene.Node;

/// A node with its style classes, where it is made. FX thread.
public final class Styled {
    private Styled() {}

    /// @return `node`, which has these style classes from now on
    public static <N extends Node> N as(N node, String... styles) {
        node.getStyleClass().addAll(styles);
        return node;
    }
}
