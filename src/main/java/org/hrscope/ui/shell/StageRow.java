package org.hrscope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// The stage and what stands to its right. Those have widths of their own, in pixels, which they keep while others come
/// and go; the stage takes the rest. FX thread.
final class StageRow extends SplitPane {
    /// What is left for the stage at least, as long as the others can give way.
    private static final double LEAST_STAGE = 280;

    /// Rounding of a divider's place.
    private static final double ROUNDING = 4;

    /// What each part was given by the person who moved a divider, or else asks for.
    private final Map<Node, Double> wished = new HashMap<>();

    /// What it got, where the stage lacked room.
    private final Map<Node, Double> given = new HashMap<>();

    private double dividedFor;
    private double leastThen;
    private boolean dragged;

    StageRow(Region stage) {
        super(stage);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> dragged |= ofDivider(event));
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> learn());
    }

    private boolean ofDivider(MouseEvent event) {
        Node node = (Node) event.getTarget();
        while (node != null && node.getParent() != this) node = node.getParent();
        return node != null && node.getStyleClass().contains("split-pane-divider");
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (dragged || getWidth() == dividedFor && least() == leastThen) return;
        // A split pane moves its dividers itself when it is resized, and not back. Each of them
        // stops at the next one,
        // hence two rounds.
        for (int round = 0; round < 2; round++) {
            divide();
            super.layoutChildren();
        }
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
        SplitPane.setResizableWithParent(part, false);
        wished.put(part, width);
        getItems().add(at, part);
        divide();
    }

    void remove(Region part) {
        given.remove(part);
        getItems().remove(part);
        divide();
    }

    /// The width `part` should have, or had when it was removed.
    double width(Region part) {
        return wished.getOrDefault(part, 0.0);
    }

    private List<Node> parts() {
        return getItems().subList(1, getItems().size());
    }

    /// Only what a person drags is a wish: where the window is narrow or the stage needs more, parts are narrower for
    /// as long as that lasts.
    private void learn() {
        if (!dragged) return;
        dragged = false;
        layout();
        for (Node part : parts()) {
            double width = part.getLayoutBounds().getWidth();
            double before = given.getOrDefault(part, width);
            if (Math.abs(width - before) > ROUNDING) wished.put(part, width);
        }
    }

    /// What the stage needs: it may be covered by what cannot be narrow.
    private double least() {
        return Math.max(LEAST_STAGE, getItems().getFirst().minWidth(-1));
    }

    private void divide() {
        double all = getWidth();
        if (all <= 0) return;
        dividedFor = all;
        leastThen = least();
        give(all);
        double right = 0;
        for (int i = getItems().size() - 1; i >= 1; i--) {
            right += given.getOrDefault(getItems().get(i), 0.0);
            setDividerPosition(i - 1, Math.max(0, 1 - right / all));
        }
    }

    /// As much as is wished; what the stage lacks then is taken from the right.
    private void give(double all) {
        given.clear();
        for (Node part : parts()) given.put(part, wished.getOrDefault(part, 0.0));
        double taken = given.values().stream().mapToDouble(Double::doubleValue).sum();
        double lacking = leastThen - (all - taken);
        for (Node part : parts().reversed()) {
            if (lacking <= 0) return;
            double width = given.getOrDefault(part, 0.0);
            double spared = Math.clamp(width - part.minWidth(-1), 0, lacking);
            given.put(part, width - spared);
            lacking -= spared;
        }
    }
}
