package org.hrscope.ui.network;

import java.util.Set;
import org.hrscope.domain.Shape;

/// A node of the map and its position. Lengths are in map units, y pointing down.
///
/// @param name   of the value it shows, as in the session
/// @param label  the short name below it; its heading says the rest
/// @param kind   key of its description: `network.kind.KIND`
/// @param detail arguments of that text: a factor, a kernel, an operator
/// @param shape  [1, C, h, w]
/// @param values names of all the file's values computed in it
/// @param bead   a mark on a link, without a thumbnail: whatever converts values on their way
public record MapNode(
        String name,
        String label,
        String kind,
        String detail,
        Shape shape,
        Set<String> values,
        long parameters,
        long multiplyAdds,
        int column,
        int row,
        Box box,
        boolean bead) {

    /// An axis-aligned rectangle.
    public record Box(double x, double y, double width, double height) {
        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        public double centerX() {
            return x + width / 2;
        }

        public double centerY() {
            return y + height / 2;
        }

        public boolean meets(Box other) {
            return x < other.right()
                    && other.x < right()
                    && y < other.bottom()
                    && other.y < bottom();
        }
    }

    public MapNode {
        values = Set.copyOf(values);
    }

    /// The same node elsewhere.
    MapNode at(Box place) {
        return new MapNode(
                name,
                label,
                kind,
                detail,
                shape,
                values,
                parameters,
                multiplyAdds,
                column,
                row,
                place,
                bead);
    }

    /// `32 × 64 × 48`: channels, height, width
    public String size() {
        return shape.size(1) + " × " + shape.size(2) + " × " + shape.size(3);
    }
}
