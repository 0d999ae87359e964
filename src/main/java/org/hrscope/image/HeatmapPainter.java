package org.hrscope.image;

import java.util.BitSet;
import org.hrscope.model.Heatmaps;

/// Heatmaps made visible, one pixel a cell, 0xAARRGGBB premultiplied: where the maps are low the picture shows through.
public final class HeatmapPainter {
    private HeatmapPainter() {}

    /// The highest of the chosen joints' values in each cell, in a colour map.
    ///
    /// @param joints which maps are seen
    /// @param out    height * width pixels
    public static void maximum(Heatmaps maps, BitSet joints, ColorMap colours, int[] out) {
        for (int cell = 0; cell < out.length; cell++) {
            float highest = 0;
            for (int joint = joints.nextSetBit(0);
                    joint >= 0 && joint < maps.joints();
                    joint = joints.nextSetBit(joint + 1)) {
                highest = Math.max(highest, maps.values()[joint * out.length + cell]);
            }
            out[cell] = premultiplied(colours.rgb(highest), opacity(highest));
        }
    }

    /// Every chosen joint in its own hue, laid over each other by their strength.
    public static void hues(Heatmaps maps, BitSet joints, int[] out) {
        for (int cell = 0; cell < out.length; cell++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            float total = 0;
            float highest = 0;
            for (int joint = joints.nextSetBit(0);
                    joint >= 0 && joint < maps.joints();
                    joint = joints.nextSetBit(joint + 1)) {
                float value = Math.max(0, maps.values()[joint * out.length + cell]);
                int hue = Palette.ofJoint(joint);
                red += value * (hue >> 16 & 0xff);
                green += value * (hue >> 8 & 0xff);
                blue += value * (hue & 0xff);
                total += value;
                highest = Math.max(highest, value);
            }
            int rgb =
                    total == 0
                            ? 0
                            : Math.round(red / total) << 16
                                    | Math.round(green / total) << 8
                                    | Math.round(blue / total);
            out[cell] = premultiplied(rgb, opacity(highest));
        }
    }

    /// Low values vanish softly, so that noise does not veil the picture.
    private static float opacity(float value) {
        float rising = Math.clamp((value - 0.04f) / 0.5f, 0, 1);
        return rising * (2 - rising);
    }

    private static int premultiplied(int rgb, float opacity) {
        int alpha = Math.round(opacity * 255);
        int red = Math.round((rgb >> 16 & 0xff) * opacity);
        int green = Math.round((rgb >> 8 & 0xff) * opacity);
        int blue = Math.round((rgb & 0xff) * opacity);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }
}
