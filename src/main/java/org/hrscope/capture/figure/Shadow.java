package org.hrscope.capture.figure;

import java.util.List;
import org.hrscope.capture.figure.Camera.Spot;

/// Soft shadows on the floor: what is there already is darkened.
final class Shadow {
    /// How flat the camera sees a circle on the floor.
    private static final double FLATNESS = 0.34;

    /// One shadow's middle and half axes in the picture, pixels; a strength of 1 makes the middle black.
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
        double middleX = pool.x - sheet.left;
        double middleY = pool.y - sheet.top;
        int top = (int) Math.max(0, middleY - pool.ry);
        int bottom = (int) Math.min(sheet.height - 1, middleY + pool.ry);
        for (int y = top; y <= bottom; y++) {
            double v = (y - middleY) / pool.ry;
            double deep = Math.max(0, 1 - v * v);
            double across = pool.rx * Math.sqrt(deep);
            int left = (int) Math.max(0, middleX - across + 1);
            int right = (int) Math.min(sheet.width - 1, middleX + across);
            float first = (float) ((left - middleX) / pool.rx);
            int from = y * sheet.width + left;
            int to = from + right + 1 - left;
            float step = (float) (1 / pool.rx);
            darken(sheet.pixels, from, to, first, step, (float) deep, (float) pool.strength);
        }
    }

    /// @param first,step where the row's pixels lie across the ellipse, -1 to 1
    /// @param deep       how deep in the shadow the row's middle is, 0 to 1
    private static void darken(
            int[] pixels, int from, int to, float first, float step, float deep, float strength) {
        for (int i = from; i < to; i++) {
            float u = first + (i - from) * step;
            float inside = Math.max(0, deep - u * u);
            int keep = (int) (Colour.ALL * (1 - strength * inside * inside));
            pixels[i] = Colour.mixed(pixels[i], Colour.BLACK, keep);
        }
    }
}
