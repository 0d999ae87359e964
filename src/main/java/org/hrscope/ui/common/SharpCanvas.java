package org.hrscope.ui.common;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.transform.Scale;

/// A canvas with more pixels than it is large, so that it stays sharp inside [Enlarged]. FX thread.
public final class SharpCanvas extends Canvas {
    private final Scale scale = new Scale();
    private double sharpness = 1;
    private double wide;
    private double high;

    public SharpCanvas() {
        setManaged(false);
        getTransforms().add(scale);
    }

    /// @param pixels per unit
    public void sharpness(double pixels) {
        sharpness = pixels;
        scale.setX(1 / pixels);
        scale.setY(1 / pixels);
        size(wide, high);
    }

    /// In units of its parent.
    public void size(double width, double height) {
        wide = width;
        high = height;
        setWidth(width * sharpness);
        setHeight(height * sharpness);
    }

    /// Cleared, and drawn on in units of its parent.
    public GraphicsContext clean() {
        GraphicsContext to = getGraphicsContext2D();
        to.setTransform(sharpness, 0, 0, sharpness, 0, 0);
        to.clearRect(0, 0, wide, high);
        return to;
    }
}
