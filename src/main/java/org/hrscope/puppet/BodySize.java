package org.hrscope.puppet;

import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.BodyJoint;
import org.jspecify.annotations.Nullable;

/// How long a person's bones are. A bone that points at the camera looks short, none looks long: lengths follow what
/// grows soon and what shrinks slowly. The body's size comes from all bones, and their proportions stay near the usual
/// ones, so that one joint gone astray stretches nothing. One thread.
final class BodySize {
    private static final double GROWS_SECONDS = 0.4;
    private static final double SHRINKS_SECONDS = 4;
    private static final double SHORTENS_SECONDS = 30;

    /// From the usual proportions, either way.
    private static final double OFF = 0.2;

    /// Of the bones: this many look shorter than they are in most poses.
    private static final double QUANTILE = 0.7;

    private static final int THIGH = 6;
    private static final int SHANK = 7;

    private final double[] usual = Bones.USUAL.lengths();
    private final double[] shares = usual.clone();
    private double height;

    /// The farthest feet have been from the hips, of the height; 0 before they were seen.
    private double reach;

    /// @param body    see [BodyJoint#of]
    /// @param seconds since the previous one; 0 for the first
    /// @param boxed   height of the person's box, where no bone is sure
    Bones next(List<Keypoint> body, double seconds, double boxed) {
        double[] seen = seen(body);
        double[] heights = new double[Bones.COUNT];
        int known = 0;
        for (int i = 0; i < Bones.COUNT; i++)
            if (seen[i] > 0) heights[known++] = seen[i] / shares[i];
        if (known > 0) {
            Arrays.sort(heights, 0, known);
            double now = heights[(int) Math.round(QUANTILE * (known - 1))];
            boolean first = height == 0;
            height = first ? now : follow(height, now, seconds, SHRINKS_SECONDS);
            for (int i = 0; i < Bones.COUNT; i++) {
                if (seen[i] == 0) continue;
                double share = follow(shares[i], seen[i] / height, seconds, SHORTENS_SECONDS);
                shares[i] = Math.clamp(share, (1 - OFF) * usual[i], (1 + OFF) * usual[i]);
            }
            stand(body, seconds, first);
        }
        double all = height > 0 ? height : Math.max(1, boxed);
        double legs = shares[THIGH] + shares[SHANK];
        double fit = reach > 0 && reach < legs ? reach / legs : 1;
        double[] lengths = Arrays.stream(shares).map(share -> share * all).toArray();
        lengths[THIGH] *= fit;
        lengths[SHANK] *= fit;
        return Bones.of(lengths);
    }

    /// Legs are as long as the person stands: a little longer, they would never be straight.
    private void stand(List<Keypoint> body, double seconds, boolean first) {
        double seen = new Joints(body).longer(BodyJoint.LEFT_HIP, BodyJoint.LEFT_ANKLE);
        if (seen == 0) return;
        double now = seen / height;
        double usualLegs = usual[THIGH] + usual[SHANK];
        double next = first || reach == 0 ? now : follow(reach, now, seconds, SHORTENS_SECONDS);
        reach = Math.clamp(next, (1 - OFF) * usualLegs, (1 + OFF) * usualLegs);
    }

    private static double follow(double before, double now, double seconds, double shrinks) {
        double lag = now > before ? GROWS_SECONDS : shrinks;
        return before + (now - before) * (1 - Math.exp(-seconds / lag));
    }

    /// 0 for what is not sure.
    private static double[] seen(List<Keypoint> body) {
        Joints joints = new Joints(body);
        Spot neck = joints.between(BodyJoint.LEFT_SHOULDER, BodyJoint.RIGHT_SHOULDER);
        Spot hips = joints.between(BodyJoint.LEFT_HIP, BodyJoint.RIGHT_HIP);
        Spot ears = joints.between(BodyJoint.LEFT_EAR, BodyJoint.RIGHT_EAR);
        return new double[] {
            length(hips, neck),
            joints.length(BodyJoint.LEFT_SHOULDER, BodyJoint.RIGHT_SHOULDER),
            joints.length(BodyJoint.LEFT_HIP, BodyJoint.RIGHT_HIP),
            length(neck, ears),
            joints.longer(BodyJoint.LEFT_SHOULDER, BodyJoint.LEFT_ELBOW),
            joints.longer(BodyJoint.LEFT_ELBOW, BodyJoint.LEFT_WRIST),
            joints.longer(BodyJoint.LEFT_HIP, BodyJoint.LEFT_KNEE),
            joints.longer(BodyJoint.LEFT_KNEE, BodyJoint.LEFT_ANKLE)
        };
    }

    private static double length(@Nullable Spot from, @Nullable Spot to) {
        return from == null || to == null ? 0 : from.distance(to);
    }
}
