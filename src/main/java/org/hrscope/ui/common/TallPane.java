package org.hrscope.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// Content as wide as its place and at least as tall; where it wants to be taller, it scrolls. FX thread.
public final class TallPane extends ScrollPane {
    private final DoubleProperty hidden = new SimpleDoubleProperty();

    public TallPane(Region content) {
        super(content);
        setFitToWidth(true);
        // Not fitted to the height: a fitted pane decides on its bar as if no text were wrapped.
        content.minHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> hidden.get() + getViewportBounds().getHeight(),
                                viewportBoundsProperty(),
                                hidden));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("tall-pane");
    }

    /// Scrolls until `top` of the content is hidden above; its foot is filled up where it is too short for that.
    public void hide(double top) {
        hidden.set(top);
        // Its height follows.
        applyCss();
        layout();
        double most = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        setVvalue(most > 0 ? Math.clamp(top / most, 0, 1) : 0);
    }

    /// What is hidden above.
    public double hidden() {
        double most = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
        return Math.max(0, getVvalue() * most);
    }
}
