package org.hrscope.capture.figure;

/// A rotation, given by the images of the three axes.
record Rotation(Vec3 x, Vec3 y, Vec3 z) {

    static Rotation aboutX(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new Vec3(1, 0, 0), new Vec3(0, c, s), new Vec3(0, -s, c));
    }

    static Rotation aboutY(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new Vec3(c, 0, -s), new Vec3(0, 1, 0), new Vec3(s, 0, c));
    }

    static Rotation aboutZ(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        return new Rotation(new Vec3(c, s, 0), new Vec3(-s, c, 0), new Vec3(0, 0, 1));
    }

    Vec3 of(Vec3 v) {
        return of(v.x(), v.y(), v.z());
    }

    Vec3 of(double vx, double vy, double vz) {
        return new Vec3(
                x.x() * vx + y.x() * vy + z.x() * vz,
                x.y() * vx + y.y() * vy + z.y() * vz,
                x.z() * vx + y.z() * vy + z.z() * vz);
    }

    /// `inner` first, then this.
    Rotation after(Rotation inner) {
        return new Rotation(of(inner.x), of(inner.y), of(inner.z));
    }
}
