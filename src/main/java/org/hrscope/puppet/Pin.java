package org.hrscope.puppet;

/// A sheet of paper pinned to the image: u to its right, v down.
///
/// @param angle by which it is turned counter-clockwise, in radians
/// @param unit  in pixels
/// @param wide  how much wider than high paths are drawn, though not the lines themselves; negative turns it over
record Pin(Spot at, double angle, double unit, double wide) {
    static final Pin IMAGE = new Pin(new Spot(0, 0), 0, 1);

    Pin(Spot at, double angle, double unit) {
        this(at, angle, unit, 1);
    }

    /// The same sheet, stretched sideways.
    Pin wide(double factor) {
        return new Pin(at, angle, unit, wide * factor);
    }

    /// The same sheet, moved.
    Pin moved(double u, double v) {
        return new Pin(spot(u, v), angle, unit, wide);
    }

    Spot spot(double u, double v) {
        double cos = Math.cos(angle) * unit;
        double sin = Math.sin(angle) * unit;
        double across = u * wide;
        return new Spot(at.x() + across * cos + v * sin, at.y() - across * sin + v * cos);
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
