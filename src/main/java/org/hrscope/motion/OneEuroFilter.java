package org.hrscope.motion;

/// One number over time, smoothed the more the slower it changes: a low pass whose cutoff follows the speed, which is
/// itself smoothed at 1 Hz (Casiez, Roussel and Vogel, "1 € Filter", CHI 2012). One thread.
public final class OneEuroFilter {
    private static final double SPEED_CUTOFF = 1;

    private boolean started;
    private double raw;
    private double value;
    private double speed;

    /// The smoothed value; the first is the raw one. What is no number, and time that stands still or runs backwards,
    /// change nothing.
    ///
    /// @param seconds since the value before
    /// @param size    how much is one unit of the settings' speed, in the value's units
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

    /// The share of a new value in a low pass of this cutoff.
    private static double share(double cutoff, double seconds) {
        double reach = 2 * Math.PI * cutoff * seconds;
        return reach / (reach + 1);
    }
}
