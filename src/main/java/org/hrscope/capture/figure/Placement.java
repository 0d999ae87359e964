package org.hrscope.capture.figure;

/// Position on the floor and heading: metres and degrees; yaw 0 faces the viewer, positive turns to its own left.
record Placement(double x, double z, double yaw) {
    static final Placement HOME = new Placement(0, 0, 0);

    /// The placement at (left, front) in this one's frame, turned by a further `turn`.
    Placement at(double left, double front, double turn) {
        Vec3 offset = Rotation.aboutY(yaw).of(left, 0, front);
        return new Placement(x + offset.x(), z + offset.z(), yaw + turn);
    }

    Placement towards(Placement other, double part) {
        return new Placement(
                x + (other.x - x) * part, z + (other.z - z) * part, yaw + (other.yaw - yaw) * part);
    }

    /// Step size from here to there in metres; a 90-degree turn on the spot counts as a quarter of a metre.
    double step(Placement there) {
        return Math.hypot(there.x - x, there.z - z) + Math.abs(there.yaw - yaw) * 0.25 / 90;
    }
}
