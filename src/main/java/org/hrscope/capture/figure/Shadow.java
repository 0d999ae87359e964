package org.hrscope.capture.figure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hrscope.capture.figure.Camera.Spot;

/// Soft shadows on the floor: what is there already is darkened.
final class Shadow {
    /// How flat the camera sees a circle on the floor.
    private static final double FLATNESS = 0.34;

    private final Camera camera;
    private final ByteBuffer pixels;
    private final int width;
    private final int height;

    Shadow(Camera camera, ByteBuffer bgra, int width, int height) {
        this.camera = camera;
        this.pixels = bgra.duplicate().clear().order(ByteOrder.LITTLE_ENDIAN);
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
            for (int x = left; x <= right; x++) {
                double u = (x - middle.x()) / rx;
                double inside = Math.max(0, 1 - u * u - v * v);
                int keep = (int) (256 * (1 - strength * inside * inside));
                int at = (y * width + x) * 4;
                int bgra = pixels.getInt(at);
                int redBlue = (((bgra & 0xFF00FF) * keep) >>> 8) & 0xFF00FF;
                int green = (((bgra & 0x00FF00) * keep) >>> 8) & 0x00FF00;
                pixels.putInt(at, 0xFF000000 | redBlue | green);
            }
        }
    }
}
