package org.hrscope.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Content as wide as its place and at least as tall; where it wants to be taller, it scrolls. FX thread.
public final class TallPane extends ScrollPane {
    public TallPane(Region content) {
        super(content);
        setFitToWidth(true);
        // Not fitted to the height: a fitted pane decides on its bar as if no text were wrapped.
        content.minHeightProperty().bind(viewportBoundsProperty().map(Bounds::getHeight));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("tall-pane");
    }
}
