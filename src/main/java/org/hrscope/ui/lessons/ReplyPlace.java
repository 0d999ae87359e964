package org.hrscope.ui.lessons;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// Where a question scrolls to once it is answered. What was chosen stays in view together with the feedback and, if
/// there is room, with what the answer brought; above them stands as much of the question as fits. Nothing is cut at
/// the upper edge. Offsets count from the top of the content. FX thread.
final class ReplyPlace {
    private static final double ROUNDING = 1;

    private ReplyPlace() {}

    /// @param starts offsets at which nothing is cut, ascending
    /// @param chosen top of what was chosen, one of them
    /// @param ends   feet of what is to be seen, the most that one could wish for first
    /// @param room   what fits
    /// @param now    the present offset, kept where it will do
    static double top(
            List<Double> starts, double chosen, List<Double> ends, double room, double now) {
        for (double end : ends) {
            if (end - chosen > room) continue;
            boolean whole = starts.stream().anyMatch(start -> Math.abs(start - now) < ROUNDING);
            if (whole && now <= chosen && end <= now + room) return now;
            for (double start : starts) if (end - start <= room) return start;
        }
        return chosen;
    }

    /// The lines and blocks inside `content`.
    static List<Double> starts(Pane content) {
        Stream<Double> tops = tops(content).map(y -> inside(content, y.of, y.top));
        // Above the first there is nothing to be cut.
        return Stream.concat(Stream.of(0.0), tops.sorted(Comparator.naturalOrder()).skip(1))
                .toList();
    }

    private record Top(Node of, double top) {}

    private static Stream<Top> tops(Node node) {
        if (!node.isManaged() || !node.isVisible()) return Stream.empty();
        return switch (node) {
            case TextFlow flow ->
                    flow.getLayoutInfo().getTextLines(false).stream()
                            .map(line -> new Top(flow, line.bounds().getMinY()));
            case HBox block -> Stream.of(new Top(block, 0));
            case VBox column -> column.getChildren().stream().flatMap(ReplyPlace::tops);
            case GridPane grid -> grid.getChildren().stream().flatMap(ReplyPlace::tops);
            default -> Stream.of(new Top(node, 0));
        };
    }

    private static double inside(Pane content, Node node, double y) {
        return content.sceneToLocal(node.localToScene(0, y)).getY();
    }

    static double topOf(Pane content, Node node) {
        return bounds(content, node).getMinY();
    }

    static double footOf(Pane content, Node node) {
        return bounds(content, node).getMaxY();
    }

    private static Bounds bounds(Pane content, Node node) {
        return content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }
}
