package org.hrscope.puppet;

/// A puppet at one moment. Bones keep their length, whatever the pose; only the trunk's width follows its turn. Angles
/// are in radians, see [Spot]. Immutable.
///
/// @param hips  between the hips, in image pixels
/// @param turn  of the trunk: 1 facing the viewer, 0 from the side, -1 from behind
/// @param spine the angle of its lean: 0 upright, positive to the left
/// @param near  which side is nearer to the viewer where the trunk is seen from the side: 1 left, -1 right
public record PuppetPose(
        Bones bones,
        Spot hips,
        double turn,
        double spine,
        Head head,
        Limb leftArm,
        Limb rightArm,
        Limb leftLeg,
        Limb rightLeg,
        int near,
        double sure) {

    /// @param upper angle of upper arm or thigh
    /// @param lower angle of forearm or shank
    /// @param sure  from 0, relaxed because unseen, to 1
    record Limb(double upper, double lower, double sure) {}

    /// @param tilt   angle of the neck, as that of the spine
    /// @param facing -1 to the left of the image, 0 to the viewer, 1 to the right
    /// @param nod    -1 up, 1 down
    /// @param away   0 seen from the front, 1 from behind
    record Head(double tilt, double facing, double nod, double away, double sure) {}

    double height() {
        return bones.height();
    }

    PuppetPose with(Bones others) {
        return new PuppetPose(
                others, hips, turn, spine, head, leftArm, rightArm, leftLeg, rightLeg, near, sure);
    }

    Spot neck() {
        return hips.on(spine + Math.PI, bones.spine());
    }

    Spot headCentre() {
        return neck().on(head.tilt + Math.PI, bones.head());
    }

    /// @param side 1 left, -1 right
    Spot shoulder(int side) {
        return beside(neck(), side * turn * bones.shoulders() / 2);
    }

    /// @param side 1 left, -1 right
    Spot hip(int side) {
        return beside(hips, side * turn * bones.hips() / 2);
    }

    private Spot beside(Spot middle, double right) {
        return middle.on(spine + Math.PI / 2, right);
    }

    /// Shoulder, elbow, wrist.
    Spot[] arm(int side) {
        Limb arm = side > 0 ? leftArm : rightArm;
        return chain(shoulder(side), arm, bones.upperArm(), bones.forearm());
    }

    /// Hip, knee, ankle.
    Spot[] leg(int side) {
        Limb leg = side > 0 ? leftLeg : rightLeg;
        return chain(hip(side), leg, bones.thigh(), bones.shank());
    }

    private static Spot[] chain(Spot from, Limb limb, double upper, double lower) {
        Spot middle = from.on(limb.upper, upper);
        return new Spot[] {from, middle, middle.on(limb.lower, lower)};
    }
}
