package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.ramp;
import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Part;

/// Turns once on the spot in small steps, the head leading.
final class TurnRound implements Act {
    private static final double BEGIN = 0.6;
    private static final double END = 5.4;

    @Override
    public Placement root(double seconds) {
        return new Placement(0, 0, 360 * ramp(BEGIN, END, seconds));
    }

    @Override
    public Posture posture(double seconds, Posture idle) {
        double turning = window(BEGIN, END, 1.6, seconds);
        return idle.withArms(13 + 8 * turning, 4, 14 + 12 * turning, 0)
                .plus(Part.HEAD_TURN, 22 * turning)
                .plus(Part.TORSO_TURN, 7 * turning);
    }
}
