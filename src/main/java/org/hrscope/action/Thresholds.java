package org.hrscope.action;

/// Two thresholds on an angle, so that trembling round one of them is not counted.
///
/// @param rest   degrees at which the person is back at rest
/// @param active degrees at which the action is under way; beyond the other one, on either side
public record Thresholds(double rest, double active) {
    /// Closer, they would be one.
    public static final double LEAST_APART = 5;

    public Thresholds {
        if (!(Math.abs(active - rest) >= LEAST_APART)) {
            throw new IllegalArgumentException(rest + ", " + active);
        }
    }

    /// Whether the angle shrinks when the action begins.
    public boolean falling() {
        return active < rest;
    }

    /// The phase at an angle; UNSURE between the two.
    public Phase at(double degrees) {
        double sign = falling() ? -1 : 1;
        if (sign * degrees >= sign * active) return Phase.ACTIVE;
        return sign * degrees <= sign * rest ? Phase.REST : Phase.UNSURE;
    }

    /// With another value, as near to it as the distance of the two allows.
    public Thresholds withRest(double degrees) {
        double far = active + (falling() ? LEAST_APART : -LEAST_APART);
        return new Thresholds(
                falling() ? Math.clamp(degrees, far, 180) : Math.clamp(degrees, 0, far), active);
    }

    public Thresholds withActive(double degrees) {
        double far = rest + (falling() ? -LEAST_APART : LEAST_APART);
        return new Thresholds(
                rest, falling() ? Math.clamp(degrees, 0, far) : Math.clamp(degrees, far, 180));
    }
}
