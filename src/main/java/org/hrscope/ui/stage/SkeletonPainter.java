package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.joints.JointColours;

/// Paints a skeleton, limbs before joints, with the same line width at every zoom. What the network is less sure of is
/// fainter, and dashed below the threshold. FX thread.
public final class SkeletonPainter {
    static final Color OUTLINE = Color.rgb(0, 0, 0, 0.75);

    /// Of the threshold: a heatmap without a peak has its maximum anywhere.
    private static final double GUESSED = 0.25;

    /// Of the threshold: from there on a line is drawn in full.
    private static final double SURE = 3;

    private static final double FAINTEST = 0.2;

    private SkeletonPainter() {}

    /// @param points in canvas pixels
    /// @param seen   which of them are visible
    /// @param least  joints below this score are doubtful
    public static void paint(
            GraphicsContext to,
            List<Keypoint> points,
            JointColours colours,
            BitSet seen,
            double least) {
        double whole = to.getGlobalAlpha();
        to.setLineCap(StrokeLineCap.ROUND);
        for (Skeleton.Limb limb : colours.skeleton().limbs()) {
            Keypoint a = points.get(limb.from());
            Keypoint b = points.get(limb.to());
            double score = Math.min(a.score(), b.score());
            if (!seen.get(limb.from()) || !seen.get(limb.to()) || !drawn(score, least)) continue;
            to.setGlobalAlpha(whole * strength(score, least));
            if (score < least) to.setLineDashes(1, 7);
            line(to, a, b, 5, OUTLINE);
            line(to, a, b, 3, colours.ofLimb(limb));
            to.setLineDashes();
        }
        for (int joint = 0; joint < points.size(); joint++) {
            Keypoint at = points.get(joint);
            if (!seen.get(joint) || !drawn(at.score(), least)) continue;
            to.setGlobalAlpha(whole * strength(at.score(), least));
            dot(to, at, colours.ofJoint(joint), at.score() < least ? 0.7 : 1);
        }
        to.setGlobalAlpha(whole);
    }

    /// Whether there is anything of a joint to be seen.
    static boolean drawn(double score, double least) {
        return score > 0 && score >= GUESSED * least;
    }

    /// Opacity: 1 from three times the threshold on.
    static double strength(double score, double least) {
        return Math.clamp(FAINTEST + (1 - FAINTEST) * score / (SURE * least), FAINTEST, 1);
    }

    private static void line(GraphicsContext to, Keypoint a, Keypoint b, double width, Color fill) {
        to.setLineWidth(width);
        to.setStroke(fill);
        to.strokeLine(a.x(), a.y(), b.x(), b.y());
    }

    private static void dot(GraphicsContext to, Keypoint at, Color fill, double size) {
        disc(to, at, 5.5 * size, OUTLINE);
        disc(to, at, 4 * size, fill);
        disc(to, at, 1.6 * size, Color.WHITE);
    }

    private static void disc(GraphicsContext to, Keypoint at, double radius, Color fill) {
        to.setFill(fill);
        to.fillOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }
}
