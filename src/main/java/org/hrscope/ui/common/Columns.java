package org.hrscope.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Stacks its children; if there is too little room, in several columns of about the same height.
/// FX thread.
public final class Columns extends Region {
    private static final double GAP = 1;

    private double room = Double.MAX_VALUE;

    public Columns(String style) {
        getStyleClass().add(style);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public void add(Node... children) {
        getChildren().addAll(children);
    }

    public void addFirst(Node child) {
        getChildren().addFirst(child);
    }

    /// @param height at most this high, if the children allow it
    public void room(double height) {
        room = height;
        requestLayout();
        if (getParent() != null) getParent().requestLayout();
    }

    private List<List<Node>> columns() {
        Insets insets = getInsets();
        double free = Math.max(1, room - insets.getTop() - insets.getBottom());
        double whole = height(getManagedChildren());
        double each = whole / Math.ceil(whole / free);
        List<List<Node>> columns = new ArrayList<>();
        double before = 0;
        for (Node child : getManagedChildren()) {
            double height = child.prefHeight(-1) + GAP;
            // A child belongs to the column that its middle is in.
            int column = whole <= free ? 0 : (int) ((before + height / 2) / each);
            while (columns.size() <= column) columns.add(new ArrayList<>());
            columns.get(column).add(child);
            before += height;
        }
        columns.removeIf(List::isEmpty);
        return columns;
    }

    private static double height(List<Node> children) {
        double sum = 0;
        for (Node child : children) sum += child.prefHeight(-1) + GAP;
        return Math.max(0, sum - GAP);
    }

    private double widest() {
        return getManagedChildren().stream()
                .mapToDouble(node -> node.prefWidth(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        double highest = columns().stream().mapToDouble(Columns::height).max().orElse(0);
        return snappedTopInset() + highest + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + columns().size() * widest() + snappedRightInset();
    }

    @Override
    protected void layoutChildren() {
        double width = widest();
        double x = snappedLeftInset();
        for (List<Node> column : columns()) {
            double y = snappedTopInset();
            for (Node child : column) {
                double height = child.prefHeight(-1);
                boolean fills = child instanceof javafx.scene.control.Separator;
                double own = fills ? width : Math.min(width, child.prefWidth(-1));
                child.resizeRelocate(
                        snapPositionX(x + (width - own) / 2), snapPositionY(y), own, height);
                y += height + GAP;
            }
            x += width;
        }
    }
}
