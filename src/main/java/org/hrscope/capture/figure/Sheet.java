package org.hrscope.capture.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hrscope.capture.figure.Camera.Spot;
import org.jspecify.annotations.Nullable;

/// The part of the image around the figure, cut out, painted on and put back. Most of it is backdrop: of each row only
/// what is painted on is fetched, because memory that the network's runs have driven out of the cache costs more than
/// the painting. One thread.
final class Sheet {
    /// Nothing of the body extends further beyond its points.
    private static final double MARGIN = 0.15;

    /// Pixels fetched beyond those asked for: the next shape is a little larger.
    private static final int MORE = 16;

    /// From the image's corner, in pixels.
    int left;

    int top;
    int width;
    int height;

    /// 0xAARRGGBB, row-major; undefined where nothing was fetched.
    int[] pixels = {};

    /// A buffer one row of pixels long.
    int[] line = {};

    /// Columns fetched of each row, the last exclusive.
    private int[] from = {};

    private int[] to = {};
    private @Nullable Canvas canvas;

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
    }

    /// Lies over this canvas from now on.
    void over(Canvas under) {
        canvas = under;
        if (pixels.length < width * height) pixels = new int[width * height];
        if (line.length < width) line = new int[width];
        if (from.length < height) {
            from = new int[height];
            to = new int[height];
        }
        Arrays.fill(from, 0, height, 0);
        Arrays.fill(to, 0, height, 0);
    }

    /// Before anything is painted on these columns, the last exclusive.
    void need(int row, int first, int end) {
        if (first < from[row] || end > to[row]) fetch(row, first, end);
    }

    private void fetch(int row, int first, int end) {
        int left = Math.max(0, first - MORE);
        int right = Math.min(width, end + MORE);
        if (from[row] == to[row]) {
            from[row] = left;
            to[row] = left;
        }
        if (left < from[row]) {
            copy(row, left, from[row]);
            from[row] = left;
        }
        if (right > to[row]) {
            copy(row, to[row], right);
            to[row] = right;
        }
    }

    private void copy(int row, int first, int end) {
        Canvas under = Objects.requireNonNull(canvas);
        under.get(left + first, top + row, pixels, row * width + first, end - first);
    }

    /// Puts back what was fetched.
    void putBack() {
        Canvas under = Objects.requireNonNull(canvas);
        for (int row = 0; row < height; row++) {
            int count = to[row] - from[row];
            if (count > 0)
                under.put(left + from[row], top + row, pixels, row * width + from[row], count);
        }
    }
}
