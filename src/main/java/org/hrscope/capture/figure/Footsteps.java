package org.hrscope.capture.figure;

import static org.hrscope.capture.figure.Ease.ramp;

import java.util.function.DoubleFunction;

/// Foot placement during locomotion. A planted foot does not slide: each stance has one place, the one under the
/// figure at mid-stance, and the foot swings from one to the next. While the figure stands still the places
/// coincide and no foot is lifted.
///
/// @param left  the left foot's place under the figure at a given second
/// @param right the right foot's
record Footsteps(DoubleFunction<Placement> left, DoubleFunction<Placement> right) {
    /// Seconds per stride of one foot.
    static final double STRIDE = 1;

    /// Swing phase as a fraction of the stride.
    private static final double SWING = 0.4;

    private static final double MID_STANCE = SWING + (1 - SWING) / 2;
    private static final double FULL_STEP = 0.6;
    private static final double LIFT = 0.05;
    private static final double HEEL_UP = 32;
    private static final double TOES_UP = 14;

    /// One foot: heading of the sole, height above the floor (metres) and pitch (degrees; positive with the heel
    /// up, negative with the toes up).
    record Foot(Placement place, double lift, double pitch) {}

    Foot leftFoot(double seconds) {
        return foot(left, seconds / STRIDE, 0);
    }

    Foot rightFoot(double seconds) {
        return foot(right, seconds / STRIDE, 0.5);
    }

    /// @param late phase offset of this foot, in strides
    private static Foot foot(DoubleFunction<Placement> places, double strides, double late) {
        double n = Math.floor(strides - late);
        double u = strides - late - n;
        Placement before = places.apply((n - 1 + MID_STANCE + late) * STRIDE);
        Placement here = places.apply((n + MID_STANCE + late) * STRIDE);
        double arriving = Math.min(1, before.step(here) / FULL_STEP);
        if (u < SWING) {
            double way = ramp(0, 1, u / SWING) * 0.6 + u / SWING * 0.4;
            double lift = LIFT * Math.sqrt(arriving) * Math.pow(Math.sin(Math.PI * u / SWING), 2);
            return new Foot(before.towards(here, way), lift, arriving * flyingPitch(u / SWING));
        }
        Placement after = places.apply((n + 1 + MID_STANCE + late) * STRIDE);
        double leaving = Math.min(1, here.step(after) / FULL_STEP);
        double toesFall = -TOES_UP * arriving * (1 - ramp(SWING, SWING + 0.1, u));
        double heelRises = HEEL_UP * leaving * 0.75 * Math.pow(Math.max(0, (u - 0.78) / 0.22), 2);
        return new Foot(here, 0, toesFall + heelRises);
    }

    /// Heel up behind, toes up at the end; continuous with the planted pitch at both ends.
    private static double flyingPitch(double u) {
        double heel = HEEL_UP * (0.75 + 0.25 * ramp(0, 0.2, u)) * (1 - ramp(0.15, 0.8, u));
        return heel - TOES_UP * ramp(0.5, 1, u);
    }
}
