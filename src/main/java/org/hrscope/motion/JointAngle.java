package org.hrscope.motion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.jspecify.annotations.Nullable;

/// The angle at a joint between the lines to two others, in the image plane: 180 degrees for a straight arm.
///
/// @param from,at,to joint indices
public record JointAngle(int from, int at, int to) {

    private static final Pattern HEAD = Pattern.compile("(?:^|_)(?:ear|eye|nose|head)");

    public JointAngle {
        if (Math.min(from, Math.min(at, to)) < 0 || from == at || at == to || from == to) {
            throw new IllegalArgumentException(from + ", " + at + ", " + to);
        }
    }

    /// The angle between a joint's two limbs: in an elbow, between upper arm and forearm; in a hip, between trunk and
    /// thigh. Where more limbs meet, those of the joint's own side count; limbs of the head never do. Empty where
    /// that leaves other than two.
    ///
    /// @param joint -1 for none
    public static Optional<JointAngle> at(Skeleton skeleton, int joint) {
        if (joint < 0 || joint >= skeleton.size()) return Optional.empty();
        List<Integer> ends =
                skeleton.limbs().stream()
                        .filter(limb -> limb.from() == joint || limb.to() == joint)
                        .map(limb -> limb.from() == joint ? limb.to() : limb.from())
                        .filter(end -> !HEAD.matcher(skeleton.joints().get(end)).find())
                        .distinct()
                        .sorted()
                        .toList();
        if (ends.size() > 2) {
            ends = ends.stream().filter(end -> skeleton.side(end) == skeleton.side(joint)).toList();
        }
        return ends.size() == 2
                ? Optional.of(new JointAngle(ends.getFirst(), joint, ends.getLast()))
                : Optional.empty();
    }

    /// The chosen angle where the skeleton has its joints; else the one at this joint.
    public static Optional<JointAngle> chosenOr(
            @Nullable AngleName chosen, Skeleton skeleton, int joint) {
        Optional<JointAngle> there = chosen == null ? Optional.empty() : chosen.find(skeleton);
        return there.or(() -> at(skeleton, joint));
    }

    /// From 0 to 180; empty if a joint is missing or scores below `least`, or two coincide.
    public OptionalDouble degrees(Pose pose, double least) {
        List<Keypoint> joints = pose.keypoints();
        if (Math.max(from, Math.max(at, to)) >= joints.size()) return OptionalDouble.empty();
        Keypoint a = joints.get(from);
        Keypoint b = joints.get(at);
        Keypoint c = joints.get(to);
        if (!(Math.min(a.score(), Math.min(b.score(), c.score())) >= least)) {
            return OptionalDouble.empty();
        }
        double ax = a.x() - b.x();
        double ay = a.y() - b.y();
        double cx = c.x() - b.x();
        double cy = c.y() - b.y();
        if (!(Math.hypot(ax, ay) > 0) || !(Math.hypot(cx, cy) > 0)) return OptionalDouble.empty();
        double across = ax * cy - ay * cx;
        double along = ax * cx + ay * cy;
        return OptionalDouble.of(Math.toDegrees(Math.abs(Math.atan2(across, along))));
    }
}
