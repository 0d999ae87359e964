package org.hrscope.ui.stage;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.JointAngle;

/// Paints the angle between two limbs: an arc at their joint, and its value in degrees within. FX thread.
final class AnglePainter {
    private static final double RADIUS = 26;
    private static final double TEXT = 44;
    private static final double TEXT_HEIGHT = 14;

    private AnglePainter() {}

    /// @param points  in stage pixels
    /// @param degrees of the angle in the image
    static void paint(GraphicsContext to, List<Keypoint> points, JointAngle angle, double degrees) {
        Keypoint at = points.get(angle.at());
        double from = direction(at, points.get(angle.from()));
        double turn = direction(at, points.get(angle.to())) - from;
        // The smaller of the two angles, in either direction.
        if (turn > 180) turn -= 360;
        if (turn < -180) turn += 360;
        arc(to, at, from, turn, 5, SkeletonPainter.OUTLINE);
        arc(to, at, from, turn, 2.5, Color.WHITE);
        double middle = Math.toRadians(from + turn / 2);
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.BOTTOM);
        BoxPainter.text(
                to,
                Math.round(degrees) + "°",
                at.x() + TEXT * Math.cos(middle),
                at.y() - TEXT * Math.sin(middle) + TEXT_HEIGHT / 2,
                Color.WHITE);
    }

    private static void arc(
            GraphicsContext to, Keypoint at, double from, double turn, double width, Color fill) {
        to.setLineWidth(width);
        to.setStroke(fill);
        double size = 2 * RADIUS;
        to.strokeArc(at.x() - RADIUS, at.y() - RADIUS, size, size, from, turn, ArcType.OPEN);
    }

    /// In degrees, counterclockwise from the right, as arcs are drawn.
    private static double direction(Keypoint at, Keypoint towards) {
        return Math.toDegrees(Math.atan2(at.y() - towards.y(), towards.x() - at.x()));
    }
}
