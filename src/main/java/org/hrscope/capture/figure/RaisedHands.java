package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Arm;
import org.hrscope.capture.figure.Posture.Part;

/// Raises the right hand, then the left one, then both.
final class RaisedHands implements Act {
    private static final double EDGE = 0.5;

    @Override
    public Posture posture(double seconds, Posture idle) {
        double both = window(3.9, 5.5, EDGE, seconds);
        double right = window(0.6, 2.1, EDGE, seconds) + both;
        double left = window(2.25, 3.75, EDGE, seconds) + both;
        return idle.withArm(Arm.RIGHT, 9 + 159 * right, 3, 14 + 4 * right, 0)
                .withArm(Arm.LEFT, 9 + 159 * left, 3, 14 + 4 * left, 0)
                .plus(Part.TORSO_BEND, 3 * (left - right))
                .plus(Part.HEAD_TILT, 4 * (right - left));
    }
}
