package org.hrscope.capture.figure;

/// The body's pose, apart from where the feet stand: angles in degrees, lengths in metres. Immutable.
final class Posture {

    /// Degrees of freedom. Arms: out from the side, forward, bent at the elbow, twisted about the upper arm so that
    /// the forearm bends outward. Feet: how much wider than usual they stand (`STANCE`) or swing (`SPREAD`).
    enum Part {
        LEFT_ARM_OUT,
        LEFT_ARM_FORWARD,
        LEFT_ELBOW,
        LEFT_ARM_TWIST,
        RIGHT_ARM_OUT,
        RIGHT_ARM_FORWARD,
        RIGHT_ELBOW,
        RIGHT_ARM_TWIST,
        TORSO_LEAN,
        TORSO_BEND,
        TORSO_TURN,
        HEAD_NOD,
        HEAD_TURN,
        HEAD_TILT,
        PELVIS_DOWN,
        PELVIS_BACK,
        PELVIS_LEFT,
        HOP,
        STANCE,
        SPREAD,
        TOES_OUT
    }

    /// The degrees of freedom of one arm, and its side: 1 left, -1 right.
    record Arm(int side, Part out, Part forward, Part elbow, Part twist) {
        static final Arm LEFT =
                new Arm(
                        1,
                        Part.LEFT_ARM_OUT,
                        Part.LEFT_ARM_FORWARD,
                        Part.LEFT_ELBOW,
                        Part.LEFT_ARM_TWIST);
        static final Arm RIGHT =
                new Arm(
                        -1,
                        Part.RIGHT_ARM_OUT,
                        Part.RIGHT_ARM_FORWARD,
                        Part.RIGHT_ELBOW,
                        Part.RIGHT_ARM_TWIST);
    }

    static final Posture ZERO = new Posture(new double[Part.values().length]);

    private final double[] values;

    private Posture(double[] values) {
        this.values = values;
    }

    double get(Part part) {
        return values[part.ordinal()];
    }

    Posture with(Part part, double value) {
        double[] changed = values.clone();
        changed[part.ordinal()] = value;
        return new Posture(changed);
    }

    Posture plus(Part part, double value) {
        return with(part, get(part) + value);
    }

    Posture withArms(double out, double forward, double elbow, double twist) {
        return withArm(Arm.LEFT, out, forward, elbow, twist)
                .withArm(Arm.RIGHT, out, forward, elbow, twist);
    }

    Posture withArm(Arm arm, double out, double forward, double elbow, double twist) {
        double[] changed = values.clone();
        changed[arm.out.ordinal()] = out;
        changed[arm.forward.ordinal()] = forward;
        changed[arm.elbow.ordinal()] = elbow;
        changed[arm.twist.ordinal()] = twist;
        return new Posture(changed);
    }

    /// Interpolates: this posture at `share` 0, `other` at 1.
    Posture towards(Posture other, double share) {
        double[] mixed = values.clone();
        for (int i = 0; i < mixed.length; i++) mixed[i] += (other.values[i] - mixed[i]) * share;
        return new Posture(mixed);
    }
}
