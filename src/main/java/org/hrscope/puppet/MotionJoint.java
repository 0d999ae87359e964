package org.hrscope.puppet;

import org.jspecify.annotations.Nullable;

/// The joints of a motion file, parents first, with the names animation programs know.
enum MotionJoint {
    HIPS("Hips", null),
    NECK("Neck", HIPS),
    HEAD("Head", NECK),
    LEFT_ARM("LeftArm", HIPS),
    LEFT_FORE_ARM("LeftForeArm", LEFT_ARM),
    LEFT_HAND("LeftHand", LEFT_FORE_ARM),
    RIGHT_ARM("RightArm", HIPS),
    RIGHT_FORE_ARM("RightForeArm", RIGHT_ARM),
    RIGHT_HAND("RightHand", RIGHT_FORE_ARM),
    LEFT_UP_LEG("LeftUpLeg", HIPS),
    LEFT_LEG("LeftLeg", LEFT_UP_LEG),
    LEFT_FOOT("LeftFoot", LEFT_LEG),
    RIGHT_UP_LEG("RightUpLeg", HIPS),
    RIGHT_LEG("RightLeg", RIGHT_UP_LEG),
    RIGHT_FOOT("RightFoot", RIGHT_LEG);

    private final String label;
    private final @Nullable MotionJoint parent;

    MotionJoint(String label, @Nullable MotionJoint parent) {
        this.label = label;
        this.parent = parent;
    }

    String label() {
        return label;
    }

    @Nullable MotionJoint parent() {
        return parent;
    }

    Spot in(PuppetPose pose) {
        return switch (this) {
            case HIPS -> pose.hips();
            case NECK -> pose.neck();
            case HEAD -> pose.headCentre();
            case LEFT_ARM, LEFT_FORE_ARM, LEFT_HAND -> pose.arm(1)[ordinal() - LEFT_ARM.ordinal()];
            case RIGHT_ARM, RIGHT_FORE_ARM, RIGHT_HAND ->
                    pose.arm(-1)[ordinal() - RIGHT_ARM.ordinal()];
            case LEFT_UP_LEG, LEFT_LEG, LEFT_FOOT -> pose.leg(1)[ordinal() - LEFT_UP_LEG.ordinal()];
            case RIGHT_UP_LEG, RIGHT_LEG, RIGHT_FOOT ->
                    pose.leg(-1)[ordinal() - RIGHT_UP_LEG.ordinal()];
        };
    }

    /// From 0, at rest because unseen, to 1.
    double sure(PuppetPose pose) {
        return switch (this) {
            case HIPS, NECK -> pose.sure();
            case HEAD -> pose.head().sure();
            case LEFT_ARM, LEFT_FORE_ARM, LEFT_HAND -> pose.leftArm().sure();
            case RIGHT_ARM, RIGHT_FORE_ARM, RIGHT_HAND -> pose.rightArm().sure();
            case LEFT_UP_LEG, LEFT_LEG, LEFT_FOOT -> pose.leftLeg().sure();
            case RIGHT_UP_LEG, RIGHT_LEG, RIGHT_FOOT -> pose.rightLeg().sure();
        };
    }
}
