package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.pulse;
import static org.hrscope.capture.figure.Ease.wave;

import org.hrscope.capture.figure.Posture.Part;

/// Four jumping jacks. The feet only move apart and together in the air.
final class JumpingJack implements Act {
    private static final double REPEAT = 1.15;
    private static final double START = 0.7;

    @Override
    public Posture posture(double seconds, Posture idle) {
        double phase = Math.clamp((seconds - START) / REPEAT, 0, 4);
        double open = pulse(phase);
        double inAir = Math.pow(wave(1, phase), 2);
        return idle.withArms(10 + 148 * open, 4, 14 + 10 * open, 20 * open)
                .with(Part.SPREAD, 0.2 * open)
                .with(Part.HOP, 0.065 * inAir)
                .plus(Part.PELVIS_DOWN, 0.035 * (1 - inAir) * Ease.window(0, 4, 0.2, phase));
    }
}
