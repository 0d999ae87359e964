package org.hrscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The parts of a window that the keyboard goes to in one step: bar, stage, inspector, side, map, rail. By Tab alone an
/// open inspector is thirty stops from the map. FX thread.
///
/// @param window its root
record WindowParts(BorderPane window) {
    /// Goes to what the next part is about, such as the map itself, or else to its first control; past parts without
    /// any.
    ///
    /// @param by -1 for the part before
    void go(int by) {
        List<Node> parts = new ArrayList<>();
        Stream.of(window.getTop(), window.getCenter(), window.getRight())
                .forEach(each -> add(each, parts));
        Node start = window.getScene().getFocusOwner();
        int at = parts.indexOf(partOf(start, parts));
        if (at < 0 && by < 0) at = 0;
        for (int i = 1; i <= parts.size(); i++) {
            Node next = parts.get(Math.floorMod(at + by * i, parts.size()));
            enter(next);
            if (partOf(window.getScene().getFocusOwner(), parts) == next) return;
            if (start != null) start.requestFocus();
        }
    }

    /// As by Tab, so that the focus is seen.
    private static void enter(Node part) {
        Node about = part.lookup(".takes-keys");
        if (about == null || !seen(about)) {
            part.requestFocusTraversal(TraversalDirection.NEXT);
            return;
        }
        about.requestFocus();
        about.requestFocusTraversal(TraversalDirection.PREVIOUS);
        part.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT);
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return node.getLayoutBounds().getHeight() > 0;
    }

    /// Split panes hold parts; folded ones stay in them, empty.
    private static void add(@Nullable Node node, List<Node> parts) {
        if (node instanceof SplitPane several) several.getItems().forEach(each -> add(each, parts));
        else if (node != null) parts.add(node);
    }

    private static @Nullable Node partOf(@Nullable Node focused, List<Node> parts) {
        Node at = focused;
        while (at != null && !parts.contains(at)) at = at.getParent();
        return at;
    }
}
