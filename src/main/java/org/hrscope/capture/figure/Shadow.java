package org.hrscope.capture.figure;

import java.util.List;
import org.hrscope.capture.figure.Camera.Spot;

/// Soft shadows on the floor: darkens what is there.
final class Shadow {
    /// Foreshortening of a circle on the floor.
    private static final double FLATNESS = 0.34;

    /// A shadow's centre and semi-axes in image pixels; strength 1 makes the centre black.
    record Pool(double x, double y, double rx, double ry, double strength) {}

    private Shadow() {}

    /// Of the body and of each foot.
    static List<Pool> pools(Body body, Camera camera) {
        return List.of(
                pool(body.pelvis(), 0.42, 0.26 * nearness(body.pelvis().y() - 0.75), camera),
                sole(body.leftLeg(), camera),
                sole(body.rightLeg(), camera));
    }

    private static Pool sole(Body.Leg leg, Camera camera) {
        Vec3 sole = leg.heel().towards(leg.toe(), 0.5);
        return pool(sole, 0.16, 0.42 * nearness(sole.y() * 2.5), camera);
    }

    private static Pool pool(Vec3 above, double metres, double strength, Camera camera) {
        Spot middle = camera.see(new Vec3(above.x(), 0, above.z()));
        double rx = metres * middle.scale();
        return new Pool(middle.x(), middle.y(), rx, rx * FLATNESS, strength);
    }

    private static double nearness(double metres) {
        return Math.clamp(1 - 1.6 * metres, 0.15, 1);
    }

    static void paint(Sheet sheet, Pool pool) {
        double middleY = pool.y - sheet.top;
        int top = (int) Math.max(0, middleY - pool.ry);
        int bottom = (int) Math.min(sheet.height - 1, middleY + pool.ry);
        for (int y = top; y <= bottom; y++) darken(sheet, y, pool);
    }

    private static void darken(Sheet sheet, int y, Pool pool) {
        double middle = pool.x - sheet.left;
        double v = (y - (pool.y - sheet.top)) / pool.ry;
        // How deep in shadow the row's middle is, 0 to 1.
        double inner = Math.max(0, 1 - v * v);
        float deep = (float) inner;
        double across = pool.rx * Math.sqrt(inner);
        int left = (int) Math.max(0, middle - across + 1);
        int right = (int) Math.min(sheet.width - 1, middle + across);
        // Positions of the row's pixels across the ellipse, -1 to 1.
        float first = (float) ((left - middle) / pool.rx);
        float step = (float) (1 / pool.rx);
        float strength = (float) pool.strength;
        if (left > right) return;
        sheet.need(y, left, right + 1);
        // Two loops, since the JIT vectorises each but not both in one.
        int count = right + 1 - left;
        int[] keep = sheet.line;
        for (int i = 0; i < count; i++) {
            float u = first + i * step;
            float inside = Math.max(0, deep - u * u);
            keep[i] = (int) (Colour.ALL * (1 - strength * inside * inside));
        }
        int[] pixels = sheet.pixels;
        int at = y * sheet.width + left;
        for (int i = 0; i < count; i++) {
            pixels[at + i] = Colour.mixed(pixels[at + i], Colour.BLACK, keep[i]);
        }
    }
}
