package org.hrscope.ui.markdown;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// A formula on its own line, scaled down if the panel is too narrow. FX thread.
final class FormulaView extends Region {
    private static final double SIZE = 17;

    private final FormulaBox box;
    private final Scale scale = new Scale();

    FormulaView(String source) {
        Formula formula = Formula.parse(source);
        box = FormulaBox.of(formula, SIZE);
        box.group().getTransforms().add(scale);
        getChildren().add(box.group());
        getStyleClass().add("md-formula-line");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(formula.plain());
    }

    private double shrunk(double width) {
        double room = width - snappedLeftInset() - snappedRightInset();
        return width <= 0 ? 1 : Math.clamp(room / box.width(), 0.5, 1);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + box.width() + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double tall = (box.ascent() + box.descent()) * shrunk(width);
        return snappedTopInset() + tall + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double by = shrunk(getWidth());
        scale.setX(by);
        scale.setY(by);
        box.group().setLayoutX(snappedLeftInset());
        box.group().setLayoutY(snappedTopInset() + box.ascent() * by);
    }
}
