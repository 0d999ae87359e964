package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.pulse;
import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Part;

/// Three squats, slightly turned away, arms forward for balance.
final class Squat implements Act {
    private static final double REPEAT = 1.6;
    private static final double YAW = 28;

    @Override
    public Placement root(double seconds) {
        return new Placement(0, 0, YAW * window(0.5, 5.5, 1, seconds));
    }

    @Override
    public Posture posture(double seconds, Posture idle) {
        double down = pulse((Math.clamp(seconds, 0.6, 5.4) - 0.6) / REPEAT);
        return idle.withArms(10 + 6 * down, 4 + 76 * down, 16 - 4 * down, 0)
                .plus(Part.PELVIS_DOWN, 0.29 * down)
                .plus(Part.PELVIS_BACK, 0.14 * down)
                .plus(Part.TORSO_LEAN, 26 * down)
                .plus(Part.HEAD_NOD, -14 * down)
                .plus(Part.STANCE, 0.06)
                .plus(Part.TOES_OUT, 8);
    }
}
