package org.hrscope.ui.apply;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// A threshold across a curve, with its degrees: dragged, or moved with the arrow keys. FX thread.
final class ThresholdLine extends Region {
    private static final double HEIGHT = 15;

    private final Region line = new Region();
    private final Label number = new Label();
    private double degrees;

    /// @param move   is given the wanted degrees
    /// @param height of the curve, from 0 to 180 degrees
    ThresholdLine(String style, DoubleConsumer move, DoubleSupplier height) {
        getStyleClass().addAll("threshold", "takes-arrows", style);
        line.getStyleClass().add("threshold-line");
        number.getStyleClass().add("axis-number");
        getChildren().addAll(line, number);
        setCursor(Cursor.V_RESIZE);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMousePressed(event -> requestFocus());
        setOnMouseDragged(event -> {
            double y = getParent().sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
            move.accept(Math.rint(AngleCurveView.FULL * (1 - y / height.getAsDouble())));
        });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean up = event.getCode() == KeyCode.UP;
                    if (!up && event.getCode() != KeyCode.DOWN) return;
                    move.accept(Math.rint(degrees) + (up ? 1 : -1));
                    event.consume();
                });
    }

    void show(double now) {
        degrees = now;
        number.setText(Math.round(now) + "°");
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        number.autosize();
        line.resizeRelocate(0, HEIGHT / 2 - 0.5, getWidth(), 1);
        // The two may be close: one number stands at the left, the other at the right.
        boolean left = getStyleClass().contains("threshold-rest");
        number.relocate(
                left ? 2 : getWidth() - number.getWidth() - 2, HEIGHT / 2 - number.getHeight());
    }
}
