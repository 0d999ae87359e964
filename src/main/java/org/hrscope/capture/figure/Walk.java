package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.ramp;
import static org.hrscope.capture.figure.Ease.wave;
import static org.hrscope.capture.figure.Ease.window;

import org.hrscope.capture.figure.Posture.Arm;
import org.hrscope.capture.figure.Posture.Part;

/// Walks out to its left and back, arms swinging opposite the legs, facing the viewer.
final class Walk implements Act {
    private static final double METRES_A_SECOND = 0.85;
    private static final double YAW = 48;
    private static final int STEPS_A_SECOND = 120;

    private final Placement[] path = new Placement[(int) (SECONDS * STEPS_A_SECOND) + 1];

    Walk() {
        double x = 0;
        double z = 0;
        for (int i = 0; i < path.length; i++) {
            double t = (double) i / STEPS_A_SECOND;
            path[i] = new Placement(x, z, yaw(t));
            Vec3 ahead = Rotation.aboutY(yaw(t)).of(0, 0, speed(t) / STEPS_A_SECOND);
            x += ahead.x();
            z += ahead.z();
        }
    }

    /// Odd about the clip's middle while [#speed] is even, so that the way back is as long as the way out.
    private static double yaw(double t) {
        double out = window(0.5, 3.45, 0.9, t);
        double back = window(2.55, 5.5, 0.9, t);
        return YAW * (out - back);
    }

    private static double speed(double t) {
        return METRES_A_SECOND * window(0.6, 5.4, 0.9, t);
    }

    @Override
    public Placement root(double seconds) {
        double at = Math.clamp(seconds, 0, SECONDS) * STEPS_A_SECOND;
        int i = (int) Math.min(at, path.length - 2);
        return path[i].towards(path[i + 1], at - i);
    }

    @Override
    public Posture posture(double seconds, Posture idle) {
        double going = speed(seconds) / METRES_A_SECOND;
        double swing = going * wave(1, seconds / Footsteps.STRIDE - 0.2);
        return idle.withArm(Arm.LEFT, 8, 3 - 27 * swing, 16 + 14 * going - 10 * swing, 0)
                .withArm(Arm.RIGHT, 8, 3 + 27 * swing, 16 + 14 * going + 10 * swing, 0)
                .plus(Part.TORSO_TURN, 6 * swing)
                .plus(Part.TORSO_LEAN, 2.5 * going)
                .plus(Part.PELVIS_DOWN, 0.012 * going)
                .plus(Part.PELVIS_LEFT, 0.02 * going * wave(1, seconds / Footsteps.STRIDE - 0.45))
                .plus(Part.STANCE, -0.03 * ramp(0.2, 0.7, going))
                .plus(Part.TOES_OUT, -6 * going)
                .plus(Part.HEAD_TURN, -0.45 * yaw(seconds));
    }
}
