package org.hrscope.capture.figure;

/// A point or direction in metres: x to the figure's left, y up, z to the front.
record Vec3(double x, double y, double z) {
    static final Vec3 UP = new Vec3(0, 1, 0);
    static final Vec3 FRONT = new Vec3(0, 0, 1);

    Vec3 plus(Vec3 other) {
        return new Vec3(x + other.x, y + other.y, z + other.z);
    }

    Vec3 minus(Vec3 other) {
        return new Vec3(x - other.x, y - other.y, z - other.z);
    }

    Vec3 times(double factor) {
        return new Vec3(x * factor, y * factor, z * factor);
    }

    double dot(Vec3 other) {
        return x * other.x + y * other.y + z * other.z;
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec3 unit() {
        return times(1 / length());
    }

    /// Linear interpolation towards `other`.
    Vec3 towards(Vec3 other, double part) {
        return plus(other.minus(this).times(part));
    }
}
