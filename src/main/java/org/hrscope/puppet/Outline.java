package org.hrscope.puppet;

import java.util.stream.DoubleStream;

/// A path that grows by arcs, joined by straight lines. One thread.
final class Outline {
    private final DoubleStream.Builder numbers = DoubleStream.builder();
    private boolean begun;
    private double x;
    private double y;

    /// @param start angle from the x axis, towards y
    void arc(Spot centre, double radius, double start, double sweep) {
        int parts = (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) + 1e-9);
        go(centre, radius, start);
        double step = sweep / Math.max(1, parts);
        double k = 4.0 / 3 * Math.tan(step / 4) * radius;
        for (int i = 0; i < parts; i++) {
            double from = start + i * step;
            double to = from + step;
            add(x - k * Math.sin(from), y + k * Math.cos(from));
            double endX = centre.x() + radius * Math.cos(to);
            double endY = centre.y() + radius * Math.sin(to);
            add(endX + k * Math.sin(to), endY - k * Math.cos(to));
            add(endX, endY);
            x = endX;
            y = endY;
        }
    }

    private void go(Spot centre, double radius, double angle) {
        double toX = centre.x() + radius * Math.cos(angle);
        double toY = centre.y() + radius * Math.sin(angle);
        if (begun) {
            add(x, y);
            add(toX, toY);
        }
        add(toX, toY);
        begun = true;
        x = toX;
        y = toY;
    }

    private void add(double px, double py) {
        numbers.add(px).add(py);
    }

    double[] path() {
        return numbers.build().toArray();
    }
}
