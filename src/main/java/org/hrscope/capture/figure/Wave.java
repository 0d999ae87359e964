package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.wave;
import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Arm;
import org.hrscope.capture.figure.Posture.Part;

/// Waves with the right hand, then with the left.
final class Wave implements Act {
    private static final double TURNS_A_SECOND = 1.5;

    @Override
    public Posture posture(double seconds, Posture idle) {
        double swing = wave(1, seconds * TURNS_A_SECOND);
        double right = window(0.5, 3.1, 1.1, seconds);
        double left = window(2.6, 5.3, 1.1, seconds);
        Posture rightUp = idle.withArm(Arm.RIGHT, 112 + 5 * swing, 8, 68 + 24 * swing, 75);
        Posture leftUp = idle.withArm(Arm.LEFT, 112 - 5 * swing, 8, 68 - 24 * swing, 75);
        return idle.towards(rightUp, right)
                .towards(idle.towards(leftUp, left), left)
                .plus(Part.HEAD_TILT, 7 * (right - left))
                .plus(Part.TORSO_BEND, -3 * (right - left))
                .plus(Part.PELVIS_LEFT, 0.025 * (right - left));
    }
}
