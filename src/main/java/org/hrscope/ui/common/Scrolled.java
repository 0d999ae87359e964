package org.hrscope.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Brings into view what has appeared below the fold. FX thread.
public final class Scrolled {
    private Scrolled() {}

    /// Scrolls the pane around `node` only as far as needed to show all of it, or its top where it is higher than the
    /// pane.
    ///
    /// @param above remains visible over its top
    public static void to(Node node, double above) {
        ScrollPane pane = around(node);
        if (pane == null) return;
        // What wraps knows its height after the first.
        for (int i = 0; i < 2; i++) {
            pane.applyCss();
            pane.layout();
        }
        Node content = pane.getContent();
        double from = inside(content, node).getMinY();
        double till = inside(content, node).getMaxY();
        double room = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - room;
        if (hidden <= 0) return;
        double top = pane.getVvalue() * hidden;
        if (from >= top && till <= top + room) return;
        double wanted = Math.min(from - above, Math.max(top, till - room));
        pane.setVvalue(Math.clamp(wanted / hidden, 0, 1));
    }

    private static Bounds inside(Node content, Node node) {
        return content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static @Nullable ScrollPane around(Node node) {
        for (Node each = node; each != null; each = each.getParent())
            if (each instanceof ScrollPane pane) return pane;
        return null;
    }
}
