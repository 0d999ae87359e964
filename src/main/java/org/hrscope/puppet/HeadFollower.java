package org.hrscope.puppet;

import org.hrscope.motion.BodyJoint;
import org.hrscope.puppet.PuppetPose.Head;
import org.jspecify.annotations.Nullable;

/// Where a puppet's head looks, from nose, eyes and ears. One thread.
final class HeadFollower {
    /// Of a body's height.
    private static final double EAR_TO_NOSE = 0.075;

    private static final double EYE_TO_NOSE = 0.035;
    private static final double NODS = 0.05;
    private static final double EARS_APART = 0.03;

    private static final double MOST = 0.7;

    private final Follow tilt = new Follow(0, 0.06);
    private final Follow facing = new Follow(0, 0.08);
    private final Follow nod = new Follow(0, 0.1);
    private final Follow away = new Follow(0, 0.12);

    /// @param spine   its angle
    /// @param turn    of the trunk
    Head next(Joints joints, Spot neck, Trunk trunk, double seconds) {
        Spot nose = joints.at(BodyJoint.NOSE);
        Spot ears = joints.either(BodyJoint.LEFT_EAR, BodyJoint.RIGHT_EAR);
        Spot eyes = joints.either(BodyJoint.LEFT_EYE, BodyJoint.RIGHT_EYE);
        boolean face = nose != null || eyes != null;
        Spot centre = ears != null ? ears : eyes != null ? eyes : nose;
        double size = trunk.height();
        if (centre == null) tilt.relaxTo(trunk.spine(), seconds);
        else tilt.turnTo(tilt(joints, neck, centre, trunk), seconds, 1);
        if (nose != null && ears != null) {
            facing.towards(range((nose.x() - ears.x()) / (EAR_TO_NOSE * size)), seconds, 1);
            nod.towards(range((nose.y() - ears.y()) / (NODS * size)), seconds, 1);
        } else if (nose != null && eyes != null) {
            facing.towards(range((nose.x() - eyes.x()) / (EYE_TO_NOSE * size)), seconds, 1);
            nod.relax(seconds);
        } else {
            facing.relax(seconds);
            nod.relax(seconds);
        }
        away.towards(!face && (ears != null || trunk.turn() < 0) ? 1 : 0, seconds, 1);
        return new Head(
                tilt.value(),
                facing.value(),
                nod.value(),
                away.value(),
                centre == null ? 0 : joints.score(face ? BodyJoint.NOSE : BodyJoint.LEFT_EAR));
    }

    private static double tilt(Joints joints, Spot neck, Spot centre, Trunk trunk) {
        double leaning = Follow.wrapped(neck.angle(centre) - Math.PI - trunk.spine());
        Double roll = roll(joints, trunk.height());
        double own = roll == null ? leaning : (leaning + roll - trunk.spine()) / 2;
        return trunk.spine() + Math.clamp(own, -MOST, MOST);
    }

    /// Of the line through both ears; null where it is too short to tell.
    private static @Nullable Double roll(Joints joints, double height) {
        Spot left = joints.at(BodyJoint.LEFT_EAR);
        Spot right = joints.at(BodyJoint.RIGHT_EAR);
        if (left == null || right == null) return null;
        double dx = left.x() - right.x();
        double dy = left.y() - right.y();
        if (Math.abs(dx) < EARS_APART * height) return null;
        return Math.atan2(-dy * Math.signum(dx), Math.abs(dx));
    }

    private static double range(double value) {
        return Math.clamp(value, -1, 1);
    }
}
