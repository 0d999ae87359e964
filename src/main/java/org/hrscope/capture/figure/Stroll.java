package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.wave;

import org.hrscope.capture.figure.Posture.Part;

/// Walks straight across the view without stopping, turned slightly towards the viewer.
///
/// @param start  metres right of the centre at second 0
/// @param speed  metres per second to the right; negative to the left
/// @param behind metres behind the demo figure's place
record Stroll(double start, double speed, double behind) {
    private static final double YAW = 80;
    private static final double FULL_SWING = 0.85;

    /// Half the distance between the feet.
    private static final double STANCE = 0.07;

    private static final Posture ARMS_DOWN =
            Posture.ZERO.withArms(8, 3, 24, 0).with(Part.TORSO_LEAN, 2.5);

    Body body(Anatomy anatomy, double seconds) {
        Footsteps steps = new Footsteps(at -> foot(1, at), at -> foot(-1, at));
        return anatomy.body(
                posture(seconds), root(seconds), steps.leftFoot(seconds), steps.rightFoot(seconds));
    }

    double at(double seconds) {
        return start + speed * seconds;
    }

    private Placement root(double seconds) {
        return new Placement(at(seconds), -behind, YAW * Math.signum(speed));
    }

    private Placement foot(int side, double seconds) {
        return root(seconds).at(side * STANCE, 0, 0);
    }

    private Posture posture(double seconds) {
        double going = Math.min(1, Math.abs(speed) / FULL_SWING);
        double swing = going * wave(1, seconds / Footsteps.STRIDE - 0.2);
        return ARMS_DOWN
                .plus(Part.LEFT_ARM_FORWARD, -27 * swing)
                .plus(Part.RIGHT_ARM_FORWARD, 27 * swing)
                .plus(Part.TORSO_TURN, 6 * swing)
                .plus(Part.PELVIS_DOWN, 0.015 * going)
                .plus(Part.HEAD_TURN, -30 * Math.signum(speed));
    }
}
