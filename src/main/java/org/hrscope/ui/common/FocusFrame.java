package org.hrscope.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Shows that the keyboard has reached what it lies over: a canvas would cover a border of its own. FX thread.
public final class FocusFrame extends Region {
    public FocusFrame(Node of) {
        getStyleClass().add("focus-frame");
        setMouseTransparent(true);
        visibleProperty().bind(of.focusVisibleProperty());
    }
}
