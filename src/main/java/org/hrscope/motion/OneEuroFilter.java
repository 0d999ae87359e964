package org.hrscope.motion;

/// Smooths one value over time: a low-pass filter whose cutoff rises with speed; the speed itself is smoothed at 1
/// Hz (Casiez, Roussel and Vogel, "1 € Filter", CHI 2012). One thread.
public final class OneEuroFilter {
    private static final double SPEED_CUTOFF = 1;

    private boolean started;
    private double raw;
    private double value;
    private double speed;

    /// The smoothed value; the first passes unchanged. NaN, and time that stands still or runs backwards, are
    /// ignored.
    ///
    /// @param seconds since the previous value
    /// @param size    length of one unit of the parameters' speed, in the value's units
    public double next(double now, double seconds, double size, OneEuro settings) {
        if (!Double.isFinite(now)) return value;
        if (!started) {
            started = true;
            raw = now;
            value = now;
            return now;
        }
        if (!(seconds > 0)) return value;
        speed += share(SPEED_CUTOFF, seconds) * ((now - raw) / seconds - speed);
        raw = now;
        double cutoff = settings.minCutoff() + settings.beta() * Math.abs(speed) / size;
        value += share(cutoff, seconds) * (now - value);
        return value;
    }

    /// Weight of a new value in a low-pass filter with this cutoff.
    private static double share(double cutoff, double seconds) {
        double reach = 2 * Math.PI * cutoff * seconds;
        return reach / (reach + 1);
    }
}
