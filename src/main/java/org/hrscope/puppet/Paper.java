package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.List;

/// Cuts the shapes of a drawing, the lowest first. One thread.
final class Paper {
    /// A quarter of a circle as a cubic curve.
    private static final double ROUND = 0.5523;

    private final List<Cutout> pieces = new ArrayList<>();
    private double height;

    /// From here on shapes lie this far above those below.
    Paper lift(double pixels) {
        height = pixels;
        return this;
    }

    List<Cutout> pieces() {
        return List.copyOf(pieces);
    }

    /// Round at both ends, with a radius at each.
    void limb(Spot a, double ra, Spot b, double rb, int argb) {
        double length = Math.max(1e-6, a.distance(b));
        double ux = (b.x() - a.x()) / length;
        double uy = (b.y() - a.y()) / length;
        // Where the common tangents touch.
        double sin = Math.clamp((ra - rb) / length, -1, 1);
        double start = Math.atan2(uy, ux) + Math.PI / 2 - Math.asin(sin);
        double open = Math.PI + 2 * Math.asin(sin);
        Outline outline = new Outline();
        outline.arc(a, ra, start, open);
        double other = Math.atan2(uy, ux) - Math.PI / 2 + Math.asin(sin);
        outline.arc(b, rb, other, 2 * Math.PI - open);
        add(outline.path(), argb, 0);
    }

    void disc(Spot at, double radius, int argb) {
        oval(new Pin(at, 0, 1), 0, 0, radius, radius, argb);
    }

    /// In a pin's coordinates.
    void oval(Pin pin, double u, double v, double ru, double rv, int argb) {
        double ku = ROUND * ru;
        double kv = ROUND * rv;
        add(
                pin.path(
                        u + ru, v, u + ru, v + kv, u + ku, v + rv, u, v + rv, u - ku, v + rv,
                        u - ru, v + kv, u - ru, v, u - ru, v - kv, u - ku, v - rv, u, v - rv,
                        u + ku, v - rv, u + ru, v - kv, u + ru, v),
                argb,
                0);
    }

    /// A rectangle with round corners, in a pin's coordinates.
    ///
    /// @param ru,rv half its width and height
    record Card(double u, double v, double ru, double rv, double corner) {}

    void card(Pin pin, Card card, int argb) {
        double u = card.u;
        double v = card.v;
        double ru = card.ru;
        double rv = card.rv;
        double r = Math.min(card.corner, Math.min(ru, rv));
        double k = r * (1 - ROUND);
        double left = u - ru;
        double right = u + ru;
        double top = v - rv;
        double foot = v + rv;
        add(
                pin.path(
                        left + r, top, left + r, top, right - r, top, right - r, top, right - k,
                        top, right, top + k, right, top + r, right, top + r, right, foot - r, right,
                        foot - r, right, foot - k, right - k, foot, right - r, foot, right - r,
                        foot, left + r, foot, left + r, foot, left + k, foot, left, foot - k, left,
                        foot - r, left, foot - r, left, top + r, left, top + r, left, top + k,
                        left + k, top, left + r, top),
                argb,
                0);
    }

    /// A smooth closed curve through points, u and v in turn.
    void blob(Pin pin, int argb, double... points) {
        add(pin.path(smooth(points, true)), argb, 0);
    }

    /// A smooth line through points.
    void line(Pin pin, double width, int argb, double... points) {
        add(pin.path(smooth(points, false)), argb, width * pin.unit());
    }

    /// A smooth closed curve through points of the image.
    void blob(int argb, List<Spot> points) {
        double[] flat = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            flat[2 * i] = points.get(i).x();
            flat[2 * i + 1] = points.get(i).y();
        }
        blob(Pin.IMAGE, argb, flat);
    }

    /// Catmull-Rom.
    private static double[] smooth(double[] points, boolean closed) {
        int count = points.length / 2;
        int curves = closed ? count : count - 1;
        double[] path = new double[2 + 6 * curves];
        path[0] = points[0];
        path[1] = points[1];
        for (int i = 0; i < curves; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double before = points[2 * at(i - 1, count, closed) + axis];
                double from = points[2 * at(i, count, closed) + axis];
                double to = points[2 * at(i + 1, count, closed) + axis];
                double after = points[2 * at(i + 2, count, closed) + axis];
                path[2 + 6 * i + axis] = from + (to - before) / 6;
                path[4 + 6 * i + axis] = to - (after - from) / 6;
                path[6 + 6 * i + axis] = to;
            }
        }
        return path;
    }

    private static int at(int index, int count, boolean closed) {
        return closed ? Math.floorMod(index, count) : Math.clamp(index, 0, count - 1);
    }

    private void add(double[] path, int argb, double width) {
        pieces.add(new Cutout(path, argb, width, width > 0 ? 0 : height));
    }
}
