package org.hrscope.pixels;

import java.util.BitSet;
import org.hrscope.domain.Heatmaps;
import org.jspecify.annotations.Nullable;

/// Renders heatmaps at [#SCALE] pixels per cell, 0xAARRGGBB premultiplied; where values are low the image shows
/// through. Values far above 1 are scaled down to it. Bilinear between cells, clamped beyond the centres of the outer cells.
/// Owns buffers: one thread at a time.
public final class HeatmapPainter {
    /// Heatmaps are a quarter of the network's input, so a pixel here is an input pixel.
    public static final int SCALE = 4;

    /// Values up to this are invisible, so that noise does not veil the image.
    private static final float FAINT = 0.12f;

    private static final float NEARLY_ONE = 1.5f;

    /// Four for each step of a pixel's opacity.
    private static final int LEVELS = 1024;

    /// A colour map's pixels for values from 0 to 1.
    private final int[] tints = new int[LEVELS];

    private @Nullable ColorMap tintedBy;
    private EnlargedMap strength = new EnlargedMap(0, 0);
    private EnlargedMap red = strength;
    private EnlargedMap green = strength;
    private EnlargedMap blue = strength;

    /// The maximum over the selected joints, through a colour map.
    ///
    /// @param joints selected maps
    /// @param out    height * width * SCALE * SCALE pixels
    public void maximum(Heatmaps maps, BitSet joints, ColorMap colours, int[] out) {
        reserve(maps);
        measure(maps, joints);
        tint(colours);
        for (int y = 0, at = 0; y < maps.height() * SCALE; y++) {
            for (float value : strength.row(y)) {
                int level = (int) (value * (LEVELS - 1) + 0.5f);
                out[at++] = tints[Math.min(level, LEVELS - 1)];
            }
        }
    }

    private void tint(ColorMap colours) {
        if (tintedBy == colours) return;
        for (int level = 0; level < LEVELS; level++) {
            float value = level / (LEVELS - 1f);
            tints[level] = premultiplied(colours.rgb(value), opacity(value));
        }
        tintedBy = colours;
    }

    /// Each selected joint in its own hue, blended by strength where they overlap.
    public void hues(Heatmaps maps, BitSet joints, int[] out) {
        reserve(maps);
        measure(maps, joints);
        mixHues(maps, joints);
        for (int y = 0, at = 0; y < maps.height() * SCALE; y++) {
            float[] values = strength.row(y);
            float[] reds = red.row(y);
            float[] greens = green.row(y);
            float[] blues = blue.row(y);
            for (int x = 0; x < values.length; x++, at++) {
                float value = values[x];
                out[at] =
                        value <= FAINT
                                ? 0
                                : premultiplied(
                                        brightest(reds[x], greens[x], blues[x]), opacity(value));
            }
        }
    }

    /// The blended hue at full brightness.
    private static int brightest(float red, float green, float blue) {
        float most = Math.max(1e-6f, Math.max(red, Math.max(green, blue)));
        return channel(red / most) << 16 | channel(green / most) << 8 | channel(blue / most);
    }

    private void reserve(Heatmaps maps) {
        if (strength.width == maps.width() && strength.height == maps.height()) return;
        strength = new EnlargedMap(maps.width(), maps.height());
        red = new EnlargedMap(maps.width(), maps.height());
        green = new EnlargedMap(maps.width(), maps.height());
        blue = new EnlargedMap(maps.width(), maps.height());
    }

    /// In shares of the highest value where that is far above 1: not every network was trained on peaks of 1, where the
    /// colours end. Those that were go a little beyond at times; their other joints must not fade with it.
    private void measure(Heatmaps maps, BitSet joints) {
        float[] values = strength.cells;
        maps.highest(joints, values);
        float most = 1;
        for (float value : values) most = Math.max(most, value);
        if (most <= NEARLY_ONE || Float.isInfinite(most)) return;
        for (int cell = 0; cell < values.length; cell++) values[cell] /= most;
    }

    private void mixHues(Heatmaps maps, BitSet joints) {
        red.clear();
        green.clear();
        blue.clear();
        for (int joint = joints.nextSetBit(0);
                joint >= 0 && joint < maps.joints();
                joint = joints.nextSetBit(joint + 1)) {
            int start = maps.offset(joint);
            int hue = Palette.ofJoint(joint);
            for (int cell = 0; cell < strength.cells.length; cell++) {
                float value = Math.max(0, maps.values()[start + cell]);
                red.cells[cell] += value * (hue >> 16 & 0xff);
                green.cells[cell] += value * (hue >> 8 & 0xff);
                blue.cells[cell] += value * (hue & 0xff);
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
}
