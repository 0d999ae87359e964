package org.hrscope.capture.figure;

/// Ways from 0 to 1 and back without a jolt.
final class Ease {
    private Ease() {}

    /// 0 up to `from`, 1 from `to` on, between them with no jump of speed or of acceleration at either end.
    static double ramp(double from, double to, double t) {
        double u = Math.clamp((t - from) / (to - from), 0, 1);
        return u * u * u * (u * (u * 6 - 15) + 10);
    }

    /// 0 outside `from` .. `to`, 1 between, each change taking `edge`.
    static double window(double from, double to, double edge, double t) {
        return ramp(from, from + edge, t) * (1 - ramp(to - edge, to, t));
    }

    /// 0 at whole turns of `phase`, 1 half way between.
    static double pulse(double phase) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
    }

    /// `degreesOrMetres` times the sine of so many turns.
    static double wave(double degreesOrMetres, double turns) {
        return degreesOrMetres * Math.sin(2 * Math.PI * turns);
    }

    /// The lesser of two, rounded off where they meet within `width` so that speed does not jump there.
    static double softMin(double a, double b, double width) {
        double h = Math.clamp(0.5 + 0.5 * (b - a) / width, 0, 1);
        return b + (a - b) * h - width * h * (1 - h);
    }
}
