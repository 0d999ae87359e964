package org.hrscope.puppet;

import java.util.List;

/// A puppet's parts, and the order in which they lie on each other: what the viewer is nearer to lies above. Without
/// state. Lengths in its shapes are hundredths of the body's height.
abstract class Costume {
    private static final double SIDEWAYS = 0.45;
    private static final double LIFT = 0.9;

    private static final int GROUND = 0x16101828;

    /// What hangs at the back: a tail, hair.
    abstract void back(PuppetPose pose, Paper paper);

    /// @param side 1 the puppet's left, -1 its right
    abstract void leg(PuppetPose pose, int side, Paper paper);

    abstract void trunk(PuppetPose pose, Paper paper);

    abstract void head(PuppetPose pose, Paper paper);

    abstract void arm(PuppetPose pose, int side, Paper paper);

    final List<Cutout> cut(PuppetPose pose) {
        Paper paper = new Paper();
        ground(pose, paper);
        paper.lift(LIFT * unit(pose));
        if (pose.turn() >= SIDEWAYS) front(pose, paper);
        else if (pose.turn() <= -SIDEWAYS) behind(pose, paper);
        else side(pose, paper);
        return paper.pieces();
    }

    private void front(PuppetPose pose, Paper paper) {
        back(pose, paper);
        leg(pose, 1, paper);
        leg(pose, -1, paper);
        trunk(pose, paper);
        head(pose, paper);
        arm(pose, 1, paper);
        arm(pose, -1, paper);
    }

    private void behind(PuppetPose pose, Paper paper) {
        arm(pose, 1, paper);
        arm(pose, -1, paper);
        leg(pose, 1, paper);
        leg(pose, -1, paper);
        trunk(pose, paper);
        head(pose, paper);
        back(pose, paper);
    }

    private void side(PuppetPose pose, Paper paper) {
        arm(pose, -pose.near(), paper);
        leg(pose, -pose.near(), paper);
        back(pose, paper);
        leg(pose, pose.near(), paper);
        trunk(pose, paper);
        head(pose, paper);
        arm(pose, pose.near(), paper);
    }

    /// The shadow on the floor, in soft rings under both feet.
    private static void ground(PuppetPose pose, Paper paper) {
        Spot left = pose.leg(1)[2];
        Spot right = pose.leg(-1)[2];
        double unit = unit(pose);
        double wide = 11 + Math.abs(left.x() - right.x()) / unit / 2;
        double floor = Math.max(left.y(), right.y()) + 4.6 * unit;
        Pin pin = new Pin(new Spot((left.x() + right.x()) / 2, floor), 0, unit);
        for (int ring = 0; ring < 4; ring++) {
            paper.oval(pin, 0, 0, wide - 2 * ring, 2.6 - 0.5 * ring, GROUND);
        }
    }

    static double unit(PuppetPose pose) {
        return pose.height() / 100;
    }

    /// In the middle of the trunk, with u along the shoulders.
    static Pin trunkPin(PuppetPose pose) {
        return new Pin(pose.hips().towards(pose.neck(), 0.5), pose.spine(), unit(pose));
    }

    static Pin headPin(PuppetPose pose) {
        return new Pin(pose.headCentre(), pose.head().tilt(), unit(pose));
    }

    /// Half the trunk's width where the shoulders are this far apart when seen from the front; a body is not flat.
    static double wide(PuppetPose pose, double front) {
        double turn = Math.abs(pose.turn());
        return front * (0.68 + 0.32 * turn);
    }

    /// How the tips of the toes lie: -1 to the left, 1 to the right.
    static double toes(PuppetPose pose, int side) {
        double turn = pose.turn();
        double forward = Math.signum(pose.head().facing()) * (1 - Math.abs(turn));
        return Math.clamp(0.5 * side * turn + forward, -1, 1);
    }

    /// At the ankle, turned half with the shank, u towards the right.
    static Pin footPin(PuppetPose pose, int side) {
        PuppetPose.Limb leg = side > 0 ? pose.leftLeg() : pose.rightLeg();
        return new Pin(pose.leg(side)[2], 0.55 * leg.lower(), unit(pose));
    }
}
