package org.hrscope.puppet;

import org.hrscope.domain.Keypoint;

/// A point of the image, in its pixels, y down.
///
/// An angle is 0 straight down and grows counter-clockwise as seen, so that a positive arm points to the right.
record Spot(double x, double y) {
    static Spot of(Keypoint joint) {
        return new Spot(joint.x(), joint.y());
    }

    /// `length` further on in the direction of an angle.
    Spot on(double angle, double length) {
        return new Spot(x + length * Math.sin(angle), y + length * Math.cos(angle));
    }

    Spot plus(double dx, double dy) {
        return new Spot(x + dx, y + dy);
    }

    Spot towards(Spot other, double share) {
        return new Spot(x + share * (other.x - x), y + share * (other.y - y));
    }

    double distance(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /// Of the way to another spot.
    double angle(Spot to) {
        return Math.atan2(to.x - x, to.y - y);
    }
}
