package org.hrscope.capture.figure;

/// Smooth transitions between 0 and 1.
final class Ease {
    private Ease() {}

    /// 0 up to `from`, 1 from `to` on, with continuous speed and acceleration at both ends.
    static double ramp(double from, double to, double t) {
        double u = Math.clamp((t - from) / (to - from), 0, 1);
        return u * u * u * (u * (u * 6 - 15) + 10);
    }

    /// 0 outside `from` .. `to`, 1 inside, with transitions of length `edge`.
    static double window(double from, double to, double edge, double t) {
        return ramp(from, from + edge, t) * (1 - ramp(to - edge, to, t));
    }

    /// 0 at whole turns of `phase`, 1 halfway between.
    static double pulse(double phase) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * phase);
    }

    /// Amplitude `degreesOrMetres` times the sine of this many turns.
    static double wave(double degreesOrMetres, double turns) {
        return degreesOrMetres * Math.sin(2 * Math.PI * turns);
    }

    /// Smooth minimum: rounded off within `width` of where the two meet, so that the speed is continuous.
    static double softMin(double a, double b, double width) {
        double h = Math.clamp(0.5 + 0.5 * (b - a) / width, 0, 1);
        return b + (a - b) * h - width * h * (1 - h);
    }
}
