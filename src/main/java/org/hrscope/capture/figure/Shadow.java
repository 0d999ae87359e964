package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import org.hrscope.capture.figure.Camera.Spot;

/// Soft shadows on the floor: what is there already is darkened.
final class Shadow {
    /// How flat the camera sees a circle on the floor.
    private static final double FLATNESS = 0.34;

    private final Camera camera;
    private final IntBuffer pixels;
    private final int[] row;
    private final int width;
    private final int height;

    Shadow(Camera camera, ByteBuffer bgra, int width, int height) {
        this.camera = camera;
        this.pixels = bgra.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        this.row = new int[width];
        this.width = width;
        this.height = height;
    }

    void under(Body body) {
        shade(body.pelvis(), 0.42, 0.26 * nearness(body.pelvis().y() - 0.75));
        for (Body.Leg leg : new Body.Leg[] {body.leftLeg(), body.rightLeg()}) {
            Vec3 sole = leg.heel().towards(leg.toe(), 0.5);
            shade(sole, 0.16, 0.42 * nearness(sole.y() * 2.5));
        }
    }

    private static double nearness(double metres) {
        return Math.clamp(1 - 1.6 * metres, 0.15, 1);
    }

    /// @param strength 1 makes the middle black
    private void shade(Vec3 above, double metres, double strength) {
        Spot middle = camera.see(new Vec3(above.x(), 0, above.z()));
        double rx = metres * middle.scale();
        double ry = rx * FLATNESS;
        int top = (int) Math.max(0, middle.y() - ry);
        int bottom = (int) Math.min(height - 1, middle.y() + ry);
        for (int y = top; y <= bottom; y++) {
            double v = (y - middle.y()) / ry;
            double across = rx * Math.sqrt(Math.max(0, 1 - v * v));
            int left = (int) Math.max(0, middle.x() - across + 1);
            int right = (int) Math.min(width - 1, middle.x() + across);
            if (left > right) continue;
            int count = right - left + 1;
            pixels.get(y * width + left, row, 0, count);
            darken(count, (left - middle.x()) / rx, 1 / rx, 1 - v * v, strength);
            pixels.put(y * width + left, row, 0, count);
        }
    }

    /// @param first,step where the row's pixels lie across the ellipse, -1 to 1
    /// @param middle     how deep in the shadow the row's middle is, 0 to 1
    private void darken(int count, double first, double step, double middle, double strength) {
        for (int x = 0; x < count; x++) {
            float u = (float) (first + x * step);
            float inside = Math.max(0, (float) middle - u * u);
            int keep = (int) (256 * (1 - (float) strength * inside * inside));
            int bgra = row[x];
            int redBlue = (((bgra & 0xFF00FF) * keep) >>> 8) & 0xFF00FF;
            int green = (((bgra & 0x00FF00) * keep) >>> 8) & 0x00FF00;
            row[x] = 0xFF000000 | redBlue | green;
        }
    }
}
