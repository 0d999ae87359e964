package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.wave;

import org.hrscope.capture.figure.Posture.Part;

/// Standing: breathing, shifting weight, looking around a little.
final class Idle {
    private static final Posture STANDING =
            Posture.ZERO.withArms(9, 3, 14, 0).with(Part.TOES_OUT, 12).with(Part.TORSO_LEAN, 1);

    Posture posture(double seconds) {
        return STANDING.plus(Part.TORSO_LEAN, wave(0.7, seconds / 3.7))
                .plus(Part.LEFT_ARM_OUT, wave(1.4, seconds / 3.7 + 0.1))
                .plus(Part.RIGHT_ARM_OUT, wave(1.4, seconds / 3.7 + 0.15))
                .plus(Part.PELVIS_LEFT, wave(0.012, seconds / 5.3))
                .plus(Part.TORSO_BEND, wave(1.2, seconds / 5.3 + 0.05))
                .plus(Part.HEAD_TURN, wave(9, seconds / 7.9))
                .plus(Part.HEAD_TILT, wave(3, seconds / 6.1))
                .plus(Part.HEAD_NOD, wave(2, seconds / 4.7));
    }
}
