package org.hrscope.puppet;

import java.util.Arrays;

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

    /// Waves with its left hand; for a portrait.
    ///
    /// @param x      of its middle, in pixels
    /// @param floor  y of its soles
    /// @param height of all of it
    public static PuppetPose waving(double x, double floor, double height) {
        Bones usual =
                Bones.of(Arrays.stream(Bones.USUAL.lengths()).map(each -> each * height).toArray());
        Spot hips = new Spot(x, floor - usual.thigh() - usual.shank() - Bones.FOOT * height);
        return new PuppetPose(
                usual,
                hips,
                1,
                0,
                new Head(-0.1, 0.12, 0.1, 0, 1),
                new Limb(1.75, 2.85, 1),
                new Limb(-0.35, -0.15, 1),
                new Limb(0.1, 0.06, 1),
                new Limb(-0.1, -0.06, 1),
                1,
                1);
    }

    /// In pixels, of a standing body with these bones.
    public double height() {
        return bones.height();
    }

    /// x of the middle of its hips, in image pixels.
    public double middle() {
        return hips.x();
    }

    /// y of its lower ankle, in image pixels.
    public double floor() {
        return Math.max(leg(1)[2].y(), leg(-1)[2].y());
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
