package org.hrscope.capture.figure;

import java.util.List;
import org.hrscope.capture.figure.Camera.Spot;

/// The part of the image around the figure, cut out, painted on and put back: small enough for one core's cache.
/// One thread.
final class Sheet {
    /// Nothing of the body extends further beyond its points.
    private static final double MARGIN = 0.15;

    /// From the image's corner, in pixels.
    int left;

    int top;
    int width;
    int height;

    /// 0xAARRGGBB, row-major.
    int[] pixels = {};

    /// Covers the projected body and its shadows, clipped to the image; at least one pixel.
    void around(
            Body body,
            List<Shadow.Pool> shadows,
            Camera camera,
            int pictureWidth,
            int pictureHeight) {
        double fromX = pictureWidth;
        double fromY = pictureHeight;
        double toX = 0;
        double toY = 0;
        for (Vec3 point : body.ends()) {
            Spot seen = camera.see(point);
            double around = MARGIN * seen.scale();
            fromX = Math.min(fromX, seen.x() - around);
            toX = Math.max(toX, seen.x() + around);
            fromY = Math.min(fromY, seen.y() - around);
            toY = Math.max(toY, seen.y() + around);
        }
        for (Shadow.Pool pool : shadows) {
            fromX = Math.min(fromX, pool.x() - pool.rx() - 1);
            toX = Math.max(toX, pool.x() + pool.rx() + 1);
            fromY = Math.min(fromY, pool.y() - pool.ry() - 1);
            toY = Math.max(toY, pool.y() + pool.ry() + 1);
        }
        left = (int) Math.clamp(fromX, 0, pictureWidth - 1);
        top = (int) Math.clamp(fromY, 0, pictureHeight - 1);
        width = (int) Math.clamp(toX + 1 - left, 1, pictureWidth - left);
        height = (int) Math.clamp(toY + 1 - top, 1, pictureHeight - top);
        if (pixels.length < width * height) pixels = new int[width * height];
    }
}
