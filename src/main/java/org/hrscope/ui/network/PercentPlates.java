package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.ui.network.MapNode.Box;

/// Where the shares of a peak stand beside the nodes that they come from: the first place in which none of them touches
/// a node or a line that is not its own, on the same side of all. FX thread.
///
/// @param scene where lines and nodes are
record PercentPlates(MapScene scene) {
    static final double HEIGHT = 13;

    /// Between a plate and whatever it keeps clear of, in pixels.
    private static final double CLEAR = 1.5;

    /// How far it may lie on the node's corner, and by what it gives way.
    private static final double MOST_OVERLAP = 10;

    private static final double STEP = 2;

    private static final int SAMPLES = 32;

    /// @param line  along which the share comes
    /// @param wide  width of the plate in pixels
    /// @param thick half the width of the line
    record Plate(MapLink line, double wide, double thick) {}

    /// In order of preference.
    enum Place {
        /// Right of the node, on the side where its line does not go.
        BESIDE,
        /// Off the node if there is room, else on its corner: better a label in its own line than one that hides a
        /// corner of what it speaks of.
        LOWER_CORNER,
        UPPER_CORNER,
        /// At the foot of the node: in a low dock lines are everywhere.
        WITHIN
    }

    /// In the order of the plates, in pixels.
    List<Box> of(List<Plate> plates) {
        List<Box> beside = plates.stream().map(plate -> box(plate, Place.BESIDE, 0)).toList();
        if (areFree(plates, beside)) return beside;
        // The lower right corner says how much noise rounding makes.
        Optional<Corners> lower =
                scene.rounded() == null ? corners(plates, Place.LOWER_CORNER) : Optional.empty();
        return Stream.of(lower, corners(plates, Place.UPPER_CORNER))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Corners::overlap))
                .map(Corners::boxes)
                .orElseGet(() -> plates.stream().map(p -> box(p, Place.WITHIN, 0)).toList());
    }

    /// @param overlap on the nodes, of all together
    private record Corners(List<Box> boxes, double overlap) {}

    /// Each as far off its node as there is room.
    private Optional<Corners> corners(List<Plate> plates, Place corner) {
        List<Box> boxes = new ArrayList<>();
        double all = 0;
        for (Plate plate : plates) {
            double overlap = -STEP;
            Box box = box(plate, corner, overlap);
            while (overlap <= MOST_OVERLAP && !isFree(box, plate, boxes)) {
                overlap += STEP;
                box = box(plate, corner, overlap);
            }
            if (overlap > MOST_OVERLAP) return Optional.empty();
            boxes.add(box);
            all += overlap;
        }
        return Optional.of(new Corners(boxes, all));
    }

    private Box box(Plate plate, Place place, double overlap) {
        Box node = scene.on(plate.line.from().box());
        boolean up = plate.line.kind() == MapLink.Kind.UP;
        double below = node.centerY() + plate.thick + 2;
        double above = node.centerY() - plate.thick - 2 - HEIGHT;
        double corner = node.right() - overlap;
        double foot = node.bottom() - HEIGHT;
        return switch (place) {
            case BESIDE -> new Box(node.right() + 3, up ? below : above, plate.wide, HEIGHT);
            case LOWER_CORNER -> new Box(corner, foot + 2, plate.wide, HEIGHT);
            case UPPER_CORNER -> new Box(corner, node.y() - 2, plate.wide, HEIGHT);
            case WITHIN -> new Box(node.centerX() - plate.wide / 2, foot - 1, plate.wide, HEIGHT);
        };
    }

    private boolean areFree(List<Plate> plates, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            if (!isFree(boxes.get(i), plates.get(i), boxes.subList(0, i))) return false;
        }
        return true;
    }

    /// @param others where plates are already
    private boolean isFree(Box box, Plate plate, List<Box> others) {
        if (others.stream().anyMatch(box::meets)) return false;
        MapLink own = plate.line;
        Box around =
                new Box(
                        box.x() - CLEAR,
                        box.y() - CLEAR,
                        box.width() + 2 * CLEAR,
                        box.height() + 2 * CLEAR);
        for (MapNode node : scene.map().nodes()) {
            boolean mine = node == own.from() || node == own.via();
            if (!mine && scene.on(node.box()).meets(around)) return false;
        }
        for (MapLink line : scene.map().links()) {
            if (!line.equals(own) && touches(around, line)) return false;
        }
        return true;
    }

    /// As [MapPainter#line] draws it.
    private boolean touches(Box box, MapLink line) {
        AffineTransform2D p = scene.place();
        double x1 = MapEdges.GUTTER + p.x(line.startX(), 0);
        double x2 = MapEdges.GUTTER + p.x(line.endX(), 0);
        if (x2 < box.x() || x1 > box.right()) return false;
        double y1 = MapEdges.HEAD + p.y(0, line.startY());
        double y2 = MapEdges.HEAD + p.y(0, line.endY());
        for (int i = 0; i <= SAMPLES; i++) {
            double t = (double) i / SAMPLES;
            double u = 1 - t;
            double x = u * u * u * x1 + 1.5 * u * t * (x1 + x2) + t * t * t * x2;
            double level = u * u * (1 + 2 * t);
            double y = level * y1 + (1 - level) * y2;
            boolean inside = x > box.x() && x < box.right() && y > box.y() && y < box.bottom();
            if (inside) return true;
        }
        return false;
    }
}
