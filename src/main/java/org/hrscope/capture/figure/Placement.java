package org.hrscope.capture.figure;

/// Where something stands on the floor and which way it faces: metres and degrees; yaw 0 faces us, more turns it to its
/// own left.
record Placement(double x, double z, double yaw) {
    static final Placement HOME = new Placement(0, 0, 0);

    /// What stands at (left, front) as seen from here, turned by a further `turn`.
    Placement at(double left, double front, double turn) {
        Vec3 offset = Rotation.aboutY(yaw).of(left, 0, front);
        return new Placement(x + offset.x(), z + offset.z(), yaw + turn);
    }

    Placement towards(Placement other, double part) {
        return new Placement(
                x + (other.x - x) * part, z + (other.z - z) * part, yaw + (other.yaw - yaw) * part);
    }

    /// How big a step it is from here to there: metres, a right turn on the spot counting as a quarter of one.
    double step(Placement there) {
        return Math.hypot(there.x - x, there.z - z) + Math.abs(there.yaw - yaw) * 0.25 / 90;
    }
}
