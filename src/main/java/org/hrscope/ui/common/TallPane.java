package org.hrscope.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Content as wide as its place and at least as tall; where it wants to be taller, it scrolls. FX thread.
public final class TallPane extends ScrollPane {
    public TallPane(Region content) {
        super(content);
        setFitToWidth(true);
        // Not fitted to the height: a fitted pane shows its bar only if the content would be too
        // tall with every text in one line.
        content.minHeightProperty().bind(viewportBoundsProperty().map(Bounds::getHeight));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("tall-pane");
    }
}
