package org.hrscope.ui.common;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// A row in which nothing is cut off: where it gets too narrow, its parts shrink one after the other. FX thread.
public class ShrinkingBar extends HBox {
    private List<Shrinking> parts = List.of();

    /// How many parts are shrunk.
    private int shrunk;

    /// By number of shrunk parts, the width at which that many are enough; 0 if unknown.
    private double[] needed = new double[1];

    public ShrinkingBar(Node... children) {
        super(children);
        // Parts shrink, but no words are elided.
        for (Node child : children)
            if (child instanceof Label label) label.setMinWidth(USE_PREF_SIZE);
    }

    /// @param first the first of them gives way first
    public final void shrinking(Shrinking... first) {
        parts = List.of(first);
        needed = new double[first.length + 1];
        for (Shrinking part : parts) part.fullProperty().addListener(changed -> again());
    }

    private void again() {
        Arrays.fill(needed, 0);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        othersChanged();
        while (shrunk > 0 && needed[shrunk - 1] <= width) grow();
        while (shrunk < parts.size()) {
            needed[shrunk] = super.computePrefWidth(-1);
            if (needed[shrunk] <= width) break;
            parts.get(shrunk++).shrink(true);
        }
        needed[shrunk] = super.computePrefWidth(-1);
        super.layoutChildren();
    }

    /// What does not shrink may have become longer or shorter since, such as a title: by as much as the whole row.
    private void othersChanged() {
        if (needed[shrunk] == 0) return;
        double by = super.computePrefWidth(-1) - needed[shrunk];
        for (int i = 0; i < shrunk; i++) needed[i] = Math.max(0, needed[i] + by);
    }

    private void grow() {
        parts.get(--shrunk).shrink(false);
    }

    /// It never asks its window for more than there is.
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
