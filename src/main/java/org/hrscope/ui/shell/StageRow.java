package org.hrscope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The stage and what stands to its right. Those have widths of their own, in pixels, which they keep while others come
/// and go; the stage takes the rest. FX thread.
final class StageRow extends SplitPane {
    private final Map<Node, Double> widths = new HashMap<>();

    StageRow(Region stage) {
        super(stage);
        widthProperty()
                .addListener((property, before, now) -> {
                    if (before.doubleValue() == 0) divide();
                });
    }

    /// Puts `part` right beside the stage.
    void beside(Region part, double width) {
        put(1, part, width);
    }

    /// Puts `part` at the right end.
    void last(Region part, double width) {
        put(getItems().size(), part, width);
    }

    private void put(int at, Region part, double width) {
        remember();
        SplitPane.setResizableWithParent(part, false);
        widths.put(part, width);
        getItems().add(at, part);
        divide();
    }

    void remove(Region part) {
        remember();
        getItems().remove(part);
        divide();
    }

    /// The width `part` has, or had when it was removed.
    double width(Region part) {
        remember();
        return widths.getOrDefault(part, 0.0);
    }

    private List<Node> parts() {
        return getItems().subList(1, getItems().size());
    }

    private void remember() {
        for (Node part : parts()) {
            double width = part.getLayoutBounds().getWidth();
            if (width > 0) widths.put(part, width);
        }
    }

    private void divide() {
        double all = getWidth();
        if (all <= 0) return;
        double right = 0;
        for (int i = getItems().size() - 1; i >= 1; i--) {
            right += widths.getOrDefault(getItems().get(i), 0.0);
            setDividerPosition(i - 1, Math.max(0, 1 - right / all));
        }
    }
}
