package org.hrscope.puppet;

/// A number that follows what is seen, at a bounded speed, and goes back to rest while nothing is. One thread.
final class Follow {
    private static final double RELAX_SECONDS = 0.6;

    /// Radians, or whole ranges, per second: no arm is faster.
    private static final double FASTEST = 24;

    private final double rest;
    private final double lag;
    private double value;

    /// @param lag in seconds
    Follow(double rest, double lag) {
        this.rest = rest;
        this.lag = lag;
        value = rest;
    }

    double value() {
        return value;
    }

    void set(double now) {
        value = now;
    }

    /// @param weight from 0, not to be trusted, to 1
    double towards(double target, double seconds, double weight) {
        return step(target - value, seconds, weight / lag);
    }

    /// The short way round; the value stays within a turn.
    double turnTo(double angle, double seconds, double weight) {
        step(wrapped(angle - value), seconds, weight / lag);
        value = wrapped(value);
        return value;
    }

    double relax(double seconds) {
        return relaxTo(rest, seconds);
    }

    double relaxTo(double other, double seconds) {
        step(wrapped(other - value), seconds, 1 / RELAX_SECONDS);
        value = wrapped(value);
        return value;
    }

    private double step(double way, double seconds, double rate) {
        double most = FASTEST * seconds;
        value += Math.clamp(way * (1 - Math.exp(-seconds * rate)), -most, most);
        return value;
    }

    static double wrapped(double angle) {
        return Math.IEEEremainder(angle, 2 * Math.PI);
    }
}
