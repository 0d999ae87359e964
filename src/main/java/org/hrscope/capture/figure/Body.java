package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.List;

/// The figure's points in world coordinates, metres.
record Body(
        Vec3 pelvis,
        Vec3 neck,
        Rotation torso,
        Head head,
        Arm leftArm,
        Arm rightArm,
        Leg leftLeg,
        Leg rightLeg) {

    /// `hand` is the fingertips, `thumb` the tip of the thumb.
    record Arm(Vec3 shoulder, Vec3 elbow, Vec3 wrist, Vec3 hand, Vec3 thumb) {}

    /// `heel` and `toe` are the centres of the balls the shoe is drawn around.
    record Leg(Vec3 hip, Vec3 knee, Vec3 ankle, Vec3 heel, Vec3 toe) {}

    /// Centre and orientation of the head. The facial keypoints lie where the bundled network was trained to see
    /// them.
    record Head(Vec3 centre, Rotation turn) {
        Vec3 at(double left, double up, double front) {
            return centre.plus(turn.of(left, up, front));
        }

        Vec3 nose() {
            return at(0, -0.01, 0.12);
        }

        /// @param side 1 for left, -1 for right
        Vec3 eye(int side) {
            return at(side * 0.036, 0.03, 0.095);
        }

        Vec3 ear(int side) {
            return at(side * 0.088, 0, 0);
        }
    }

    /// The end points of all body parts.
    List<Vec3> ends() {
        List<Vec3> ends = new ArrayList<>(joints());
        ends.add(head.centre);
        for (Arm arm : List.of(leftArm, rightArm)) ends.addAll(List.of(arm.hand, arm.thumb));
        for (Leg leg : List.of(leftLeg, rightLeg)) ends.addAll(List.of(leg.heel, leg.toe));
        return ends;
    }

    /// In COCO order.
    List<Vec3> joints() {
        return List.of(
                head.nose(),
                head.eye(1),
                head.eye(-1),
                head.ear(1),
                head.ear(-1),
                leftArm.shoulder,
                rightArm.shoulder,
                leftArm.elbow,
                rightArm.elbow,
                leftArm.wrist,
                rightArm.wrist,
                leftLeg.hip,
                rightLeg.hip,
                leftLeg.knee,
                rightLeg.knee,
                leftLeg.ankle,
                rightLeg.ankle);
    }
}
