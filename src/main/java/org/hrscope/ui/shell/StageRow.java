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
    /// What is left for the stage, as long as the others can give way.
    private static final double LEAST_STAGE = 280;

    /// With less than this the stage gives nothing to a panel that would merely like more.
    private static final double EASY_STAGE = 420;

    private final Map<Node, Double> widths = new HashMap<>();

    StageRow(Region stage) {
        super(stage);
        widthProperty()
                .addListener((property, before, now) -> {
                    remember(before.doubleValue());
                    divide();
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

    /// In which all parts have their own widths.
    private double wanted() {
        return LEAST_STAGE
                + parts().stream().mapToDouble(part -> widths.getOrDefault(part, 0.0)).sum();
    }

    private List<Node> parts() {
        return getItems().subList(1, getItems().size());
    }

    private void remember() {
        remember(getWidth());
    }

    /// @param all the width that the layout was made for; with too little, the parts have lost their own widths
    private void remember(double all) {
        if (all < wanted()) return;
        for (Node part : parts()) {
            double width = part.getLayoutBounds().getWidth();
            if (width > 0) widths.put(part, width);
        }
    }

    /// Gives `part` this width, if it has less and the stage can spare it.
    void widen(Region part, double width) {
        if (!getItems().contains(part)) return;
        double more = width - width(part);
        double stage = getItems().getFirst().getLayoutBounds().getWidth();
        if (more <= 0 || stage - more < EASY_STAGE) return;
        widths.put(part, width);
        divide();
    }

    private void divide() {
        double all = getWidth();
        if (all <= 0) return;
        Map<Node, Double> given = given(all);
        double right = 0;
        for (int i = getItems().size() - 1; i >= 1; i--) {
            right += given.getOrDefault(getItems().get(i), 0.0);
            setDividerPosition(i - 1, Math.max(0, 1 - right / all));
        }
    }

    /// The parts' own widths, less what the stage lacks, taken from the right.
    private Map<Node, Double> given(double all) {
        Map<Node, Double> given = new HashMap<>(widths);
        double taken = parts().stream().mapToDouble(part -> widths.getOrDefault(part, 0.0)).sum();
        double lacking = LEAST_STAGE - (all - taken);
        for (Node part : parts().reversed()) {
            if (lacking <= 0) break;
            double width = widths.getOrDefault(part, 0.0);
            double less = Math.clamp(width - part.minWidth(-1), 0, lacking);
            given.put(part, width - less);
            lacking -= less;
        }
        return given;
    }
}
