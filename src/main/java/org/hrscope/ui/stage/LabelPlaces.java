package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Places for the labels of one frame's joints: beside the joint, and on no other label. Pixels of the stage. FX thread.
final class LabelPlaces {
    /// From the joint to its label.
    private static final double BESIDE = 10;

    /// In lines above or below the joint, the nearest first.
    private static final double[] LINES = {0, -1, 1, -2, 2};

    private final List<Rectangle2D> taken = new ArrayList<>();

    /// @param x of the joint
    /// @param y of the joint
    /// @return the label's lower left corner; empty if there is no room near the joint
    Optional<Point2D> beside(double x, double y, double width, double height) {
        for (double lines : LINES) {
            double top = y + (lines - 0.5) * height;
            for (double left : new double[] {x + BESIDE, x - BESIDE - width}) {
                Rectangle2D place = new Rectangle2D(left, top, width, height);
                if (taken.stream().anyMatch(place::intersects)) continue;
                taken.add(place);
                return Optional.of(new Point2D(left, top + height));
            }
        }
        return Optional.empty();
    }
}
