package org.hrscope.puppet;

/// A sheet of paper pinned to the image: u to its right, v down.
///
/// @param angle by which it is turned counter-clockwise, in radians
/// @param unit  in pixels
record Pin(Spot at, double angle, double unit) {
    static final Pin IMAGE = new Pin(new Spot(0, 0), 0, 1);

    Spot spot(double u, double v) {
        double cos = Math.cos(angle) * unit;
        double sin = Math.sin(angle) * unit;
        return new Spot(at.x() + u * cos + v * sin, at.y() - u * sin + v * cos);
    }

    /// @param uv pairs
    double[] path(double... uv) {
        double[] path = new double[uv.length];
        for (int i = 0; i < uv.length; i += 2) {
            Spot spot = spot(uv[i], uv[i + 1]);
            path[i] = spot.x();
            path[i + 1] = spot.y();
        }
        return path;
    }
}
