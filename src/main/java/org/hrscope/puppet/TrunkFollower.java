package org.hrscope.puppet;

import org.hrscope.motion.BodyJoint;
import org.jspecify.annotations.Nullable;

/// Place, lean and turn of a puppet's trunk, from shoulders and hips. Someone seen from the waist up still stands on
/// legs. One thread.
final class TrunkFollower {
    /// Raised arms pull the shoulders together: that is not a turn.
    private static final double DRAWN_IN = 1.2;

    private final Follow spine = new Follow(0, 0.04);
    private final Follow turn = new Follow(1, 0.07);
    private @Nullable Spot hips;

    /// @param middle of the person's box, for a person without shoulders and hips
    Trunk next(Joints joints, Bones bones, Spot middle, double seconds) {
        Spot left = joints.at(BodyJoint.LEFT_SHOULDER);
        Spot right = joints.at(BodyJoint.RIGHT_SHOULDER);
        Spot seenHips = joints.between(BodyJoint.LEFT_HIP, BodyJoint.RIGHT_HIP);
        Spot neck = neck(left, right, bones);
        if (neck != null && seenHips != null) {
            spine.turnTo(seenHips.angle(neck) - Math.PI, seconds, 1);
        } else {
            spine.relax(seconds);
        }
        width(joints, bones, seconds);
        Spot now = seenHips;
        if (now == null && neck != null) now = neck.on(spine.value(), bones.spine());
        if (now == null) now = hips == null ? middle : hips;
        hips = now;
        return new Trunk(now, spine.value(), turn.value(), bones.height());
    }

    private @Nullable Spot neck(@Nullable Spot left, @Nullable Spot right, Bones bones) {
        double half = turn.value() * bones.shoulders() / 2;
        if (left != null && right != null) return left.towards(right, 0.5);
        if (left != null) return left.on(spine.value() + Math.PI / 2, -half);
        return right == null ? null : right.on(spine.value() + Math.PI / 2, half);
    }

    private void width(Joints joints, Bones bones, double seconds) {
        double seen = across(joints, BodyJoint.LEFT_SHOULDER, BodyJoint.RIGHT_SHOULDER);
        double hipsSeen = across(joints, BodyJoint.LEFT_HIP, BodyJoint.RIGHT_HIP);
        double whole = 0;
        if (Double.isFinite(seen)) whole += bones.shoulders();
        if (Double.isFinite(hipsSeen)) whole += bones.hips();
        if (whole == 0) {
            turn.relax(seconds);
            return;
        }
        double all =
                (Double.isFinite(seen) ? seen : 0) + (Double.isFinite(hipsSeen) ? hipsSeen : 0);
        turn.towards(Math.clamp(DRAWN_IN * all / whole, -1, 1), seconds, 1);
    }

    /// How far the left joint is to the right of the right one; NaN if unknown.
    private double across(Joints joints, BodyJoint left, BodyJoint right) {
        Spot a = joints.at(left);
        Spot b = joints.at(right);
        if (a == null || b == null) return Double.NaN;
        double angle = spine.value() + Math.PI / 2;
        return (a.x() - b.x()) * Math.sin(angle) + (a.y() - b.y()) * Math.cos(angle);
    }
}
