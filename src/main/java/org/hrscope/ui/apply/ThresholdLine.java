package org.hrscope.ui.apply;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.hrscope.ui.common.Styled;

/// A threshold across a curve, with its degrees: dragged, or moved with the arrow keys. FX thread.
final class ThresholdLine extends Region {
    private static final double HEIGHT = 15;

    private final Region line = Styled.as(new Region(), "threshold-line");
    private final Label number = Styled.as(new Label(), "axis-number");
    private final DoubleProperty degrees = new SimpleDoubleProperty();
    private boolean above;

    /// @param move   is given the wanted degrees
    /// @param height of the curve, from 0 to 180 degrees
    ThresholdLine(String style, DoubleConsumer move, DoubleSupplier height) {
        getStyleClass().addAll("threshold", "takes-arrows", style);
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
                    move.accept(Math.rint(degrees.get()) + (up ? 1 : -1));
                    event.consume();
                });
    }

    /// @param name    for a screen reader
    /// @param meaning beside its degrees: what happens at the line
    void words(ObservableValue<String> name, ObservableValue<String> meaning) {
        accessibleTextProperty().bind(name);
        number.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> Math.round(degrees.get()) + "°  " + meaning.getValue(),
                                degrees,
                                meaning));
    }

    /// @param numberAbove where its number stands: above the line, or below
    void show(double now, boolean numberAbove) {
        degrees.set(now);
        above = numberAbove;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        number.autosize();
        line.resizeRelocate(0, HEIGHT / 2 - 0.5, getWidth(), 1);
        // At the left, among the oldest values: the newest ones stay in sight.
        double y = above ? HEIGHT / 2 - number.getHeight() - 1 : HEIGHT / 2 + 1;
        double top = getLayoutY();
        double lowest = getParent().getLayoutBounds().getHeight() - number.getHeight();
        number.relocate(0, Math.clamp(y, -top, Math.max(-top, lowest - top)));
    }
}
