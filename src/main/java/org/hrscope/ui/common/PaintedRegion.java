package org.hrscope.ui.common;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A region that paints itself, on a canvas as large as it is. FX thread.
public abstract class PaintedRegion extends Region {
    private final Canvas canvas = new Canvas();

    protected PaintedRegion(String... styles) {
        canvas.setManaged(false);
        getChildren().add(canvas);
        getStyleClass().addAll(styles);
    }

    /// Paints the current state on a cleared canvas.
    protected abstract void paint(GraphicsContext to);

    /// Adapts to a new size, before it is painted.
    protected void arrange() {}

    public final void repaint() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        paint(to);
    }

    @Override
    protected final void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        arrange();
        repaint();
    }
}
