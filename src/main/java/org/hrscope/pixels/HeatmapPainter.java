package org.hrscope.pixels;

import java.util.Arrays;
import java.util.BitSet;
import org.hrscope.domain.Heatmaps;

/// Renders heatmaps at [#SCALE] pixels per cell, 0xAARRGGBB premultiplied; where values are low the image shows
/// through. Values above 1 are scaled down to it. Bilinear between cells, clamped beyond the centres of the outer cells. Owns buffers: one thread at a
/// time.
public final class HeatmapPainter {
    /// Heatmaps are a quarter of the network's input, so a pixel here is an input pixel.
    public static final int SCALE = 4;

    /// Values up to this are invisible, so that noise does not veil the image.
    private static final float FAINT = 0.12f;

    private float[] strength = {};
    private float[] red = {};
    private float[] green = {};
    private float[] blue = {};
    private Enlarged grid = new Enlarged(0, 0);

    /// The maximum over the selected joints, through a colour map.
    ///
    /// @param joints selected maps
    /// @param out    height * width * SCALE * SCALE pixels
    public void maximum(Heatmaps maps, BitSet joints, ColorMap colours, int[] out) {
        reserve(maps);
        measure(maps, joints);
        for (int y = 0, at = 0; y < maps.height() * SCALE; y++) {
            float[] row = grid.row(strength, y, 0);
            for (int x = 0; x < maps.width() * SCALE; x++, at++) {
                float value = grid.at(row, x);
                out[at] = value <= FAINT ? 0 : premultiplied(colours.rgb(value), opacity(value));
            }
        }
    }

    /// Each selected joint in its own hue, blended by strength where they overlap.
    public void hues(Heatmaps maps, BitSet joints, int[] out) {
        reserve(maps);
        measure(maps, joints);
        mixHues(maps, joints);
        for (int y = 0, at = 0; y < maps.height() * SCALE; y++) {
            float[] row = grid.row(strength, y, 0);
            float[] reds = grid.row(red, y, 1);
            float[] greens = grid.row(green, y, 2);
            float[] blues = grid.row(blue, y, 3);
            for (int x = 0; x < maps.width() * SCALE; x++, at++) {
                float value = grid.at(row, x);
                out[at] =
                        value <= FAINT
                                ? 0
                                : premultiplied(
                                        brightest(
                                                grid.at(reds, x),
                                                grid.at(greens, x),
                                                grid.at(blues, x)),
                                        opacity(value));
            }
        }
    }

    /// The blended hue at full brightness.
    private static int brightest(float red, float green, float blue) {
        float most = Math.max(1e-6f, Math.max(red, Math.max(green, blue)));
        return channel(red / most) << 16 | channel(green / most) << 8 | channel(blue / most);
    }

    private void reserve(Heatmaps maps) {
        int cells = maps.height() * maps.width();
        if (grid.width == maps.width() && strength.length == cells) return;
        grid = new Enlarged(maps.width(), maps.height());
        strength = new float[cells];
        red = new float[cells];
        green = new float[cells];
        blue = new float[cells];
    }

    /// In shares of the highest value where that is above 1: not every network was trained on peaks of 1, and colours end
    /// there.
    private void measure(Heatmaps maps, BitSet joints) {
        maps.highest(joints, strength);
        float most = 1;
        for (float value : strength) most = Math.max(most, value);
        if (most == 1 || Float.isInfinite(most)) return;
        for (int i = 0; i < strength.length; i++) strength[i] /= most;
    }

    private void mixHues(Heatmaps maps, BitSet joints) {
        Arrays.fill(red, 0);
        Arrays.fill(green, 0);
        Arrays.fill(blue, 0);
        for (int joint = joints.nextSetBit(0);
                joint >= 0 && joint < maps.joints();
                joint = joints.nextSetBit(joint + 1)) {
            int start = maps.offset(joint);
            int hue = Palette.ofJoint(joint);
            for (int cell = 0; cell < strength.length; cell++) {
                float value = Math.max(0, maps.values()[start + cell]);
                red[cell] += value * (hue >> 16 & 0xff);
                green[cell] += value * (hue >> 8 & 0xff);
                blue[cell] += value * (hue & 0xff);
            }
        }
    }

    /// Rises smoothly from [#FAINT].
    private static float opacity(float value) {
        float rising = Math.clamp((value - FAINT) / 0.55f, 0, 1);
        return rising * (2 - rising);
    }

    private static int channel(float share) {
        return Math.round(share * 255);
    }

    private static int premultiplied(int rgb, float opacity) {
        int alpha = Math.round(opacity * 255);
        int r = Math.round((rgb >> 16 & 0xff) * opacity);
        int g = Math.round((rgb >> 8 & 0xff) * opacity);
        int b = Math.round((rgb & 0xff) * opacity);
        return alpha << 24 | r << 16 | g << 8 | b;
    }

    /// Maps upsampled by [#SCALE] in both directions.
    private static final class Enlarged {
        private static final int FIELDS = 4;

        private final int width;
        private final int height;
        private final int[] left;
        private final float[] across;
        private final float[][] rows;

        Enlarged(int width, int height) {
            this.width = width;
            this.height = height;
            left = new int[width * SCALE];
            across = new float[width * SCALE];
            // One extra cell, so that the last one has a neighbour equal to itself.
            rows = new float[FIELDS][width + 1];
            for (int x = 0; x < left.length; x++) {
                float at = cell(x, width);
                left[x] = (int) at;
                across[x] = at - left[x];
            }
        }

        private static float cell(int pixel, int cells) {
            return Math.clamp((pixel + 0.5f) / SCALE - 0.5f, 0, cells - 1);
        }

        /// The map interpolated vertically at one row of pixels.
        ///
        /// @param slot cache slot for the result, valid until it is reused
        float[] row(float[] field, int pixel, int slot) {
            float at = cell(pixel, height);
            int above = ((int) at) * width;
            int below = Math.min((int) at + 1, height - 1) * width;
            float down = at - ((int) at);
            float[] row = rows[slot];
            for (int x = 0; x < width; x++) {
                row[x] = field[above + x] + (field[below + x] - field[above + x]) * down;
            }
            row[width] = row[width - 1];
            return row;
        }

        float at(float[] row, int pixel) {
            float value = row[left[pixel]];
            return value + (row[left[pixel] + 1] - value) * across[pixel];
        }
    }
}
