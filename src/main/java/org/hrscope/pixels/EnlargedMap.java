package org.hrscope.pixels;

import java.util.Arrays;

/// A map upsampled by [HeatmapPainter#SCALE] in both directions. Rows are to be asked for from the top down: each row of
/// cells is then enlarged once. One thread.
final class EnlargedMap {
    private static final int SCALE = HeatmapPainter.SCALE;

    final int width;
    final int height;

    /// Row-major; not to be written between the first row asked for and the last.
    final float[] cells;

    /// For each pixel of a row: the cell whose centre lies before it, and how far it is from there.
    private final int[] left;

    private final float[] across;

    private final float[] pixels;
    private float[] above;
    private float[] below;

    /// The row of cells that `above` shows; -1: none.
    private int shown = -1;

    EnlargedMap(int width, int height) {
        this.width = width;
        this.height = height;
        cells = new float[width * height];
        left = new int[width * SCALE];
        across = new float[width * SCALE];
        pixels = new float[width * SCALE];
        above = new float[width * SCALE];
        below = new float[width * SCALE];
        for (int x = 0; x < left.length; x++) {
            float at = cell(x, width);
            left[x] = (int) at;
            across[x] = at - left[x];
        }
    }

    private static float cell(int pixel, int cells) {
        return Math.clamp((pixel + 0.5f) / SCALE - 0.5f, 0, cells - 1);
    }

    void clear() {
        Arrays.fill(cells, 0);
    }

    /// One row of pixels, valid until the next one is asked for.
    float[] row(int pixel) {
        if (pixel == 0) shown = -1;
        float at = cell(pixel, height);
        show((int) at);
        float down = at - shown;
        for (int x = 0; x < pixels.length; x++) {
            pixels[x] = above[x] + (below[x] - above[x]) * down;
        }
        return pixels;
    }

    private void show(int row) {
        if (row == shown) return;
        float[] former = above;
        above = below;
        below = former;
        if (shown < 0 || row != shown + 1) enlarge(row, above);
        enlarge(Math.min(row + 1, height - 1), below);
        shown = row;
    }

    private void enlarge(int row, float[] into) {
        int start = row * width;
        for (int x = 0; x < into.length; x++) {
            int cell = start + left[x];
            int next = Math.min(left[x] + 1, width - 1) + start;
            into[x] = cells[cell] + (cells[next] - cells[cell]) * across[x];
        }
    }
}
