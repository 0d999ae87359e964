package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import javafx.scene.paint.Color;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.RecentPoses;
import org.hrscope.ui.joints.JointColours;

/// Paints where joints were during the last second, fainter and thinner the longer ago.
final class TrailPainter {
    private static final double LASTS_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final double THINNEST = 1;
    private static final double THICKEST = 4;

    private TrailPainter() {}

    /// @param recent  oldest first
    /// @param centres from pixel centres of the image to the stage
    /// @param joints  whose trails
    static void paint(
            StageDrawing to,
            Collection<RecentPoses.Moment> recent,
            AffineTransform2D centres,
            JointColours colours,
            BitSet joints) {
        RecentPoses.Moment latest = null;
        for (RecentPoses.Moment moment : recent) latest = moment;
        if (latest == null) return;
        double whole = to.opacity();
        int count = latest.shown().keypoints().size();
        for (int joint = joints.nextSetBit(0);
                joint >= 0 && joint < count;
                joint = joints.nextSetBit(joint + 1)) {
            Color colour = colours.ofJoint(joint);
            RecentPoses.Moment before = null;
            for (RecentPoses.Moment moment : recent) {
                if (before != null) {
                    double age = (latest.nanos() - before.nanos()) / LASTS_NANOS;
                    segment(
                            to,
                            before.shown().keypoints().get(joint).moved(centres),
                            moment.shown().keypoints().get(joint).moved(centres),
                            colour,
                            whole * (1 - age));
                }
                before = moment;
            }
        }
        to.opacity(whole);
    }

    private static void segment(
            StageDrawing to, Keypoint from, Keypoint till, Color colour, double strength) {
        boolean seen = Math.min(from.score(), till.score()) >= LayersViewModel.LEAST_SCORE;
        if (strength <= 0 || !seen) return;
        to.opacity(strength);
        double width = THINNEST + (THICKEST - THINNEST) * strength;
        to.line(from.x(), from.y(), till.x(), till.y(), new StageDrawing.Pen(width, colour));
    }

    /// The selected joint; wrists and ankles where none is.
    ///
    /// @param selected -1 for none
    static BitSet joints(Skeleton skeleton, int selected) {
        BitSet joints = new BitSet();
        if (selected >= 0) {
            joints.set(selected);
            return joints;
        }
        for (int joint = 0; joint < skeleton.size(); joint++) {
            String name = skeleton.joints().get(joint);
            if (name.endsWith("wrist") || name.endsWith("ankle")) joints.set(joint);
        }
        return joints;
    }
}
