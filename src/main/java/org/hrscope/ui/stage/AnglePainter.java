package org.hrscope.ui.stage;

import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.JointAngle;

/// Paints the angle between two limbs: an arc at their joint, and its value in degrees within.
final class AnglePainter {
    private static final double RADIUS = 26;
    private static final double TEXT = 44;
    private static final double TEXT_HEIGHT = 14;

    private AnglePainter() {}

    /// @param points  in coordinates of the drawing
    /// @param degrees of the angle in the image
    static void paint(StageDrawing to, List<Keypoint> points, JointAngle angle, double degrees) {
        Keypoint at = points.get(angle.at());
        double from = direction(at, points.get(angle.from()));
        double turn = direction(at, points.get(angle.to())) - from;
        // The smaller of the two angles, in either direction.
        if (turn > 180) turn -= 360;
        if (turn < -180) turn += 360;
        StageDrawing.Pen around = new StageDrawing.Pen(5, SkeletonPainter.OUTLINE);
        to.arc(at.x(), at.y(), RADIUS, from, turn, around);
        to.arc(at.x(), at.y(), RADIUS, from, turn, new StageDrawing.Pen(2.5, Color.WHITE));
        double middle = Math.toRadians(from + turn / 2);
        to.text(
                Math.round(degrees) + "°",
                at.x() + TEXT * Math.cos(middle),
                at.y() - TEXT * Math.sin(middle) + TEXT_HEIGHT / 2,
                TextAlignment.CENTER,
                Color.WHITE);
    }

    /// The lines to the two other joints.
    ///
    /// @param points in coordinates of the drawing
    static void legs(StageDrawing to, List<Keypoint> points, JointAngle angle) {
        Keypoint at = points.get(angle.at());
        for (int end : List.of(angle.from(), angle.to())) {
            Keypoint there = points.get(end);
            to.line(
                    at.x(),
                    at.y(),
                    there.x(),
                    there.y(),
                    new StageDrawing.Pen(4, SkeletonPainter.OUTLINE));
            to.line(
                    at.x(),
                    at.y(),
                    there.x(),
                    there.y(),
                    new StageDrawing.Pen(1.5, Color.WHITE, 5, 4));
        }
    }

    /// In degrees, counterclockwise from the right, as arcs are drawn.
    private static double direction(Keypoint at, Keypoint towards) {
        return Math.toDegrees(Math.atan2(at.y() - towards.y(), towards.x() - at.x()));
    }
}
