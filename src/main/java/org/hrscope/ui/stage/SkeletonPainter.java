package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import javafx.scene.paint.Color;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.joints.JointColours;

/// Paints a skeleton, limbs before joints, with the same line width at every zoom. What the network is less sure of is
/// fainter, and dashed below the threshold. Any thread that may use the drawing.
public final class SkeletonPainter {
    static final Color OUTLINE = Color.rgb(0, 0, 0, 0.75);

    /// Of the threshold: a heatmap without a peak has its maximum anywhere.
    private static final double GUESSED = 0.25;

    /// Of the threshold: from there on a line is drawn in full.
    private static final double SURE = 3;

    private static final double FAINTEST = 0.2;

    private SkeletonPainter() {}

    /// @param points in the drawing's coordinates
    /// @param seen   which of them are visible
    /// @param least  joints below this score are doubtful
    public static void paint(
            StageDrawing to,
            List<Keypoint> points,
            JointColours colours,
            BitSet seen,
            double least) {
        double whole = to.opacity();
        for (Skeleton.Limb limb : colours.skeleton().limbs()) {
            Keypoint a = points.get(limb.from());
            Keypoint b = points.get(limb.to());
            double score = Math.min(a.score(), b.score());
            if (!seen.get(limb.from()) || !seen.get(limb.to()) || !drawn(score, least)) continue;
            to.opacity(whole * strength(score, least));
            double gap = score < least ? 7 : 0;
            to.line(a.x(), a.y(), b.x(), b.y(), new StageDrawing.Pen(5, OUTLINE, 1, gap));
            Color colour = colours.ofLimb(limb);
            to.line(a.x(), a.y(), b.x(), b.y(), new StageDrawing.Pen(3, colour, 1, gap));
        }
        for (int joint = 0; joint < points.size(); joint++) {
            Keypoint at = points.get(joint);
            if (!seen.get(joint) || !drawn(at.score(), least)) continue;
            to.opacity(whole * strength(at.score(), least));
            dot(to, at, colours.ofJoint(joint), at.score() < least ? 0.7 : 1);
        }
        to.opacity(whole);
    }

    /// Whether there is anything of a joint to be seen.
    static boolean drawn(double score, double least) {
        return score > 0 && score >= GUESSED * least;
    }

    /// Opacity: 1 from three times the threshold on.
    static double strength(double score, double least) {
        return Math.clamp(FAINTEST + (1 - FAINTEST) * score / (SURE * least), FAINTEST, 1);
    }

    private static void dot(StageDrawing to, Keypoint at, Color fill, double size) {
        to.disc(at.x(), at.y(), 5.5 * size, OUTLINE);
        to.disc(at.x(), at.y(), 4 * size, fill);
        to.disc(at.x(), at.y(), 1.6 * size, Color.WHITE);
    }
}
