package org.hrscope.ui.common;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Content as wide as its place and as tall as it wants to be: where the place is lower, it scrolls. FX thread.
public final class TallPane extends ScrollPane {
    public TallPane(Region content) {
        super(content);
        // Else a pane that is too low squeezes its children into each other.
        content.setMinHeight(USE_PREF_SIZE);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("tall-pane");
    }
}
