package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.List;

/// A dancer cut from coloured paper, whose skirt swings with the knees. Without state.
final class Dancer extends Costume {
    private static final int SKIN = 0xFFF3B993;
    private static final int DRESS = 0xFF2F5D8C;
    private static final int HEM = 0xFFF2C14E;
    private static final int SASH = 0xFFE8615A;
    private static final int HAIR = 0xFF3B2A3E;
    private static final int BLUSH = 0xFFEE9682;
    private static final int INK = 0xFF3B2A3E;

    @Override
    void back(PuppetPose pose, Paper paper) {
        if (pose.turn() > 0) return;
        Pin pin = trunkPin(pose);
        paper.blob(
                pin, SASH, 0, 8, -5, 5, -5.6, 9.4, -1, 9.4, -3.5, 17, 0, 15, 3.5, 17, 1, 9.4, 5.6,
                9.4, 5, 5);
    }

    @Override
    void leg(PuppetPose pose, int side, Paper paper) {
        double unit = unit(pose);
        Spot[] leg = pose.leg(side);
        PuppetPose.Limb limb = side > 0 ? pose.leftLeg() : pose.rightLeg();
        Spot calf = leg[1].towards(leg[2], 0.3);
        paper.limb(leg[0], 3.6 * unit, leg[1], 2.5 * unit, SKIN);
        paper.lift(0);
        paper.limb(leg[1], 2.5 * unit, calf, 2.6 * unit, SKIN);
        paper.limb(calf, 2.6 * unit, leg[2], 1.6 * unit, SKIN);
        paper.lift(0.9 * unit);
        double toes = toes(pose, side);
        Spot toe = leg[2].on(0.5 * limb.lower() + 1.1 * toes, 5.4 * unit);
        paper.limb(leg[2], 2 * unit, toe, 1.1 * unit, SASH);
        paper.limb(leg[2].towards(leg[1], 0.16), 2 * unit, leg[2], 2 * unit, SASH);
    }

    @Override
    void trunk(PuppetPose pose, Paper paper) {
        skirt(pose, paper);
        Pin pin = trunkPin(pose);
        double half = wide(pose, 9.5);
        paper.limb(pin.spot(0, -12), 2 * pin.unit(), pose.headCentre(), 1.8 * pin.unit(), SKIN);
        Pin body = pin.wide(half);
        paper.blob(
                body, DRESS, 0, -12.4, -0.62, -14.6, -1, -12.6, -0.86, -6, -0.56, 3.5, -0.6, 4.5, 0,
                5, 0.6, 4.5, 0.56, 4.5, 0.86, -6, 1, -12.6, 0.62, -14.6);
        paper.blob(body, SASH, -0.6, 3, 0, 3.6, 0.6, 3, 0.62, 6.2, 0, 7, -0.62, 6.2);
    }

    /// From the waist over both thighs to above the knees; it opens as they part.
    private static void skirt(PuppetPose pose, Paper paper) {
        double unit = unit(pose);
        Spot waist = pose.hips().towards(pose.neck(), 0.28);
        double half = wide(pose, 5.6) * unit;
        Spot one = pose.leg(1)[0].towards(pose.leg(1)[1], 0.78);
        Spot other = pose.leg(-1)[0].towards(pose.leg(-1)[1], 0.78);
        Spot left = one.x() < other.x() ? one : other;
        Spot right = one.x() < other.x() ? other : one;
        double flare = 7.5 * unit;
        paper.blob(
                HEM,
                hem(waist, left.plus(-flare, 1.6 * unit), right.plus(flare, 1.6 * unit), half));
        paper.lift(0.5 * unit);
        paper.blob(
                DRESS,
                hem(waist, left.plus(-flare, -1.2 * unit), right.plus(flare, -1.2 * unit), half));
        paper.lift(0.9 * unit);
    }

    private static List<Spot> hem(Spot waist, Spot left, Spot right, double half) {
        List<Spot> points = new ArrayList<>();
        points.add(waist.plus(half, 0));
        points.add(waist.plus(half, 0).towards(right, 0.5).plus(0.16 * half, -0.2 * half));
        points.add(right);
        double wave = 0.05 * left.distance(right);
        for (int i = 1; i < 6; i++) {
            Spot along = right.towards(left, i / 6.0);
            double sag = 0.1 * left.distance(right) * Math.sin(Math.PI * i / 6);
            points.add(along.plus(0, sag + (i % 2 == 0 ? wave : 0)));
        }
        points.add(left);
        points.add(waist.plus(-half, 0).towards(left, 0.5).plus(-0.16 * half, -0.2 * half));
        points.add(waist.plus(-half, 0));
        return points;
    }

    @Override
    void head(PuppetPose pose, Paper paper) {
        Pin pin = headPin(pose);
        PuppetPose.Head head = pose.head();
        double look = 2.4 * head.facing();
        double nod = head.nod();
        paper.oval(pin, -0.9 * look, -9.8, 4.2, 4, HAIR);
        paper.lift(0);
        paper.oval(pin, -0.9 * look, -7.2, 2.4, 1, SASH);
        paper.lift(0.9 * pin.unit());
        if (head.away() > 0.5) {
            paper.oval(pin, 0, -0.4, 7.4, 8, HAIR);
            return;
        }
        paper.oval(pin, -0.25 * look, -0.9, 7.6, 7.9, HAIR);
        paper.oval(pin, 0.3 * look, 0.9, 6.5, 7, SKIN);
        paper.lift(0);
        // Hair over the brow, parted on one side.
        paper.blob(
                pin,
                HAIR,
                -6.6 - 0.1 * look,
                1.6,
                -7,
                -3,
                -4,
                -7.6,
                1,
                -8,
                5.6,
                -5.6,
                7 - 0.1 * look,
                1.2,
                5.4 + 0.2 * look,
                -1.6,
                2.2 + 0.5 * look,
                -3.6,
                -2.4 + 0.5 * look,
                -3,
                -5 + 0.3 * look,
                -0.8);
        Pin face = pin.moved(1.3 * look, nod);
        paper.oval(face, -3.5, 3.2, 1.3, 0.95, BLUSH);
        paper.oval(face, 3.5, 3.2, 1.3, 0.95, BLUSH);
        paper.line(face, 0.65, INK, -3.8, 0.7, -2.7, 1.5, -1.5, 0.9);
        paper.line(face, 0.65, INK, 1.5, 0.9, 2.7, 1.5, 3.8, 0.7);
        paper.line(face, 0.7, SASH, -1.3, 4.4, 0, 5.1, 1.3, 4.4);
        paper.lift(0.9 * pin.unit());
    }

    @Override
    void arm(PuppetPose pose, int side, Paper paper) {
        double unit = unit(pose);
        Spot[] arm = pose.arm(side);
        PuppetPose.Limb limb = side > 0 ? pose.leftArm() : pose.rightArm();
        paper.limb(arm[0], 2.5 * unit, arm[1], 2 * unit, SKIN);
        paper.lift(0);
        paper.limb(arm[1], 2 * unit, arm[2], 1.5 * unit, SKIN);
        Spot palm = arm[2].on(limb.lower(), 2.2 * unit);
        paper.limb(arm[2], 1.5 * unit, palm, 1.7 * unit, SKIN);
        paper.limb(
                palm, 1.4 * unit, palm.on(limb.lower() - 0.12 * side, 3 * unit), 0.7 * unit, SKIN);
        paper.limb(
                palm.towards(arm[2], 0.4),
                0.8 * unit,
                palm.on(limb.lower() + 0.8 * side, 2 * unit),
                0.6 * unit,
                SKIN);
        paper.limb(
                arm[2].towards(arm[1], 0.04),
                1.75 * unit,
                arm[2].towards(arm[1], 0.1),
                1.75 * unit,
                HEM);
        paper.lift(0.9 * unit);
        paper.limb(arm[0], 3.1 * unit, arm[0].towards(arm[1], 0.24), 2.9 * unit, DRESS);
    }
}
