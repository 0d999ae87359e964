package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Places for the labels of one frame: on no other label, and on no joint where that can be; those of joints beside
/// the joint. Pixels of the stage.
final class LabelPlaces {
    /// From the joint to its label.
    private static final double BESIDE = 10;

    /// In lines above or below the joint, the nearest first.
    private static final double[] LINES = {0, -1, 1, -2, 2};

    /// Between two labels in a line: numbers that touch are read as one.
    private static final double GAP = 5;

    private static final double DOT = 4;

    private final List<Rectangle2D> taken;
    private final List<Rectangle2D> joints = new ArrayList<>();

    /// @param taken where no label may be
    LabelPlaces(Collection<Rectangle2D> taken) {
        this.taken = new ArrayList<>(taken);
    }

    void take(Rectangle2D place) {
        taken.add(place);
    }

    /// No label hides this joint if another place is free.
    void avoid(double x, double y) {
        joints.add(new Rectangle2D(x - DOT, y - DOT, 2 * DOT, 2 * DOT));
    }

    /// Takes the first of these places that is free.
    Optional<Rectangle2D> firstFree(List<Rectangle2D> places) {
        List<Rectangle2D> free =
                places.stream()
                        .filter(place -> taken.stream().noneMatch(widened(place)::intersects))
                        .toList();
        Optional<Rectangle2D> best =
                free.stream()
                        .filter(place -> joints.stream().noneMatch(place::intersects))
                        .findFirst()
                        .or(() -> free.stream().findFirst());
        best.ifPresent(taken::add);
        return best;
    }

    private static Rectangle2D widened(Rectangle2D place) {
        return new Rectangle2D(
                place.getMinX() - GAP,
                place.getMinY(),
                place.getWidth() + 2 * GAP,
                place.getHeight());
    }

    /// @param x of the joint
    /// @param y of the joint
    /// @return the label's lower left corner; empty if there is no room near the joint
    Optional<Point2D> beside(double x, double y, double width, double height) {
        List<Rectangle2D> near = new ArrayList<>();
        for (double lines : LINES) {
            double top = y + (lines - 0.5) * height;
            near.add(new Rectangle2D(x + BESIDE, top, width, height));
            near.add(new Rectangle2D(x - BESIDE - width, top, width, height));
        }
        return firstFree(near).map(place -> new Point2D(place.getMinX(), place.getMaxY()));
    }
}
