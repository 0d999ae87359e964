package org.hrscope.ui.network;

import java.util.function.UnaryOperator;
import org.hrscope.ui.network.MapNode.Box;
import org.jspecify.annotations.Nullable;

/// A line of the map: `to` takes input from `from`.
///
/// @param via  the bead on it; null if values pass unchanged
/// @param port where it enters the node, above (-) or below (+) its centre
public record MapLink(MapNode from, MapNode to, Kind kind, @Nullable MapNode via, double port) {

    /// How values get from one row to another.
    public enum Kind {
        /// Along the trunk or a branch.
        FORWARD,
        /// Identity, into the sum of an exchange.
        IDENTITY,
        /// To a finer row: 1x1 convolution, upsampling.
        UP,
        /// To a coarser row: 3x3 convolutions with stride 2.
        DOWN
    }

    /// Position of its bead along the line, 0..1.
    static final double BEAD = 0.8;

    /// The same line between other nodes.
    MapLink between(UnaryOperator<MapNode> moved) {
        return new MapLink(
                moved.apply(from),
                moved.apply(to),
                kind,
                via == null ? null : moved.apply(via),
                port);
    }

    double startX() {
        return from.box().right();
    }

    double startY() {
        return from.box().centerY();
    }

    double endX() {
        return to.box().x();
    }

    double endY() {
        return to.box().centerY() + port;
    }

    /// Bead position on a line from `from` to `to`: a cubic with handles halfway, level with its ends.
    static Box bead(Box from, Box to, double port, double radius) {
        double t = BEAD;
        double u = 1 - t;
        double middle = (from.right() + to.x()) / 2;
        double x = u * u * u * from.right() + 3 * u * t * (u + t) * middle + t * t * t * to.x();
        double level = u * u * (1 + 2 * t);
        double y = level * from.centerY() + (1 - level) * (to.centerY() + port);
        return new Box(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
