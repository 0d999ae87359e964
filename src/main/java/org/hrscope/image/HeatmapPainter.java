package org.hrscope.image;

import java.util.Arrays;
import java.util.BitSet;
import org.hrscope.model.Heatmaps;

/// Heatmaps made visible, [#SCALE] pixels a cell each way, 0xAARRGGBB premultiplied: where the maps are low the picture
/// shows through. Between cells values are interpolated (bilinear), beyond the outer cells' centres they stay as they
/// are there. Holds its buffers: one thread at a time.
public final class HeatmapPainter {
    /// Heatmaps are a quarter of the network's input: so a pixel here is a pixel there.
    public static final int SCALE = 4;

    private float[] strength = {};
    private float[] red = {};
    private float[] green = {};
    private float[] blue = {};

    /// The highest of the chosen joints' values, in a colour map.
    ///
    /// @param joints which maps are seen
    /// @param out    height * width * SCALE * SCALE pixels
    public void maximum(Heatmaps maps, BitSet joints, ColorMap colours, int[] out) {
        reserve(maps);
        highest(maps, joints);
        Grid grid = new Grid(maps.width(), maps.height());
        for (int y = 0, at = 0; y < maps.height() * SCALE; y++) {
            grid.row(y);
            for (int x = 0; x < maps.width() * SCALE; x++, at++) {
                grid.column(x);
                float value = grid.of(strength);
                out[at] = premultiplied(colours.rgb(value), opacity(value));
            }
        }
    }

    /// Every chosen joint in its own hue, mixed by their strength where they meet.
    public void hues(Heatmaps maps, BitSet joints, int[] out) {
        reserve(maps);
        highest(maps, joints);
        mixHues(maps, joints);
        Grid grid = new Grid(maps.width(), maps.height());
        for (int y = 0, at = 0; y < maps.height() * SCALE; y++) {
            grid.row(y);
            for (int x = 0; x < maps.width() * SCALE; x++, at++) {
                grid.column(x);
                float total =
                        Math.max(
                                1e-6f,
                                Math.max(grid.of(red), Math.max(grid.of(green), grid.of(blue))));
                int rgb =
                        channel(grid.of(red) / total) << 16
                                | channel(grid.of(green) / total) << 8
                                | channel(grid.of(blue) / total);
                out[at] = premultiplied(rgb, opacity(grid.of(strength)));
            }
        }
    }

    private void reserve(Heatmaps maps) {
        int cells = maps.height() * maps.width();
        if (strength.length == cells) return;
        strength = new float[cells];
        red = new float[cells];
        green = new float[cells];
        blue = new float[cells];
    }

    private void highest(Heatmaps maps, BitSet joints) {
        Arrays.fill(strength, 0);
        for (int joint = joints.nextSetBit(0);
                joint >= 0 && joint < maps.joints();
                joint = joints.nextSetBit(joint + 1)) {
            int start = maps.offset(joint);
            for (int cell = 0; cell < strength.length; cell++) {
                strength[cell] = Math.max(strength[cell], maps.values()[start + cell]);
            }
        }
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

    /// Low values vanish softly, so that noise does not veil the picture.
    private static float opacity(float value) {
        float rising = Math.clamp((value - 0.12f) / 0.55f, 0, 1);
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

    /// The four cells round one pixel, and their shares.
    private static final class Grid {
        private final int width;
        private final int height;
        private int above;
        private int below;
        private float down;
        private int left;
        private int right;
        private float across;

        Grid(int width, int height) {
            this.width = width;
            this.height = height;
        }

        void row(int pixel) {
            float at = Math.clamp((pixel + 0.5f) / SCALE - 0.5f, 0, height - 1);
            above = ((int) at) * width;
            below = Math.min((int) at + 1, height - 1) * width;
            down = at - ((int) at);
        }

        void column(int pixel) {
            float at = Math.clamp((pixel + 0.5f) / SCALE - 0.5f, 0, width - 1);
            left = (int) at;
            right = Math.min(left + 1, width - 1);
            across = at - left;
        }

        float of(float[] field) {
            float top = field[above + left] + (field[above + right] - field[above + left]) * across;
            float bottom =
                    field[below + left] + (field[below + right] - field[below + left]) * across;
            return top + (bottom - top) * down;
        }
    }
}
