package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Arm;
import org.hrscope.capture.figure.Posture.Part;

/// Draws a bow three times: both arms to the left, the right one pulled back, held and let go. An action that
/// nobody has a counter for.
final class Archer implements Act {
    private static final double REPEAT = 1.6;
    private static final double START = 0.6;
    private static final int TIMES = 3;

    @Override
    public Posture posture(double seconds, Posture idle) {
        double within = Math.clamp(seconds - START, 0, TIMES * REPEAT - 1e-9) % REPEAT;
        double aim = window(0, REPEAT, 0.45, within);
        double pull = window(0.35, 1.25, 0.35, within);
        return idle.withArm(Arm.LEFT, 9 + 78 * aim, 3, 14 - 8 * aim, 0)
                .withArm(Arm.RIGHT, 9 + 66 * aim * pull, 3 + 12 * aim, 14 + 96 * pull, 80 * pull)
                .plus(Part.TORSO_TURN, 10 * aim)
                .plus(Part.HEAD_TURN, 22 * aim);
    }
}
