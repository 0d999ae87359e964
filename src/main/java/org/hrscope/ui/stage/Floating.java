package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import org.hrscope.ui.common.Changes;

/// What floats over the stage and would hide a label painted below it: legend, help, words. FX thread.
final class Floating {
    private final Node stage;
    private final Runnable moved;
    private final List<Node> nodes = new ArrayList<>();

    /// @param moved told when one appears, moves or goes
    Floating(Node stage, Runnable moved) {
        this.stage = stage;
        this.moved = moved;
    }

    void add(Node node) {
        nodes.add(node);
        // Changes, not invalidations: nobody else reads these bounds, and what stays invalid fires
        // only once.
        Changes.of(
                moved,
                node.visibleProperty(),
                node.boundsInParentProperty(),
                node.localToSceneTransformProperty());
    }

    /// In coordinates of the stage.
    List<Rectangle2D> places() {
        return nodes.stream().filter(Node::isVisible).map(this::place).toList();
    }

    private Rectangle2D place(Node node) {
        Bounds at = stage.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        return new Rectangle2D(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }
}
