package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Part;

/// Arms up, leaning to one side, then to the other, feet apart.
final class Stretch implements Act {
    @Override
    public Posture posture(double seconds, Posture idle) {
        double left = window(0.6, 3.3, 1, seconds);
        double right = window(2.7, 5.4, 1, seconds);
        double side = left - right;
        double level = window(0.3, 5.7, 1, seconds);
        return idle.withArms(10 + 78 * level, 4, 12, 0)
                .plus(Part.LEFT_ARM_OUT, 68 * right - 28 * left)
                .plus(Part.RIGHT_ARM_OUT, 68 * left - 28 * right)
                .plus(Part.LEFT_ELBOW, 22 * right)
                .plus(Part.RIGHT_ELBOW, 22 * left)
                .plus(Part.LEFT_ARM_TWIST, 40 * right)
                .plus(Part.RIGHT_ARM_TWIST, 40 * left)
                .plus(Part.TORSO_BEND, -15 * side)
                .plus(Part.HEAD_TILT, -5 * side)
                .plus(Part.PELVIS_LEFT, -0.05 * side)
                .plus(Part.STANCE, 0.09);
    }
}
