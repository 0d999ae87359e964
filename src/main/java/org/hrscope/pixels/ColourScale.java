package org.hrscope.pixels;

/// Which colour a value has: `low` and all below it the map's first, `high` and all above it its last.
public record ColourScale(ColorMap colours, float low, float high) {

    /// What the ends of a scale are taken from.
    public enum Range {
        CHANNEL,
        LAYER,
        FIXED
    }

    /// From 0 up for maps without negative values, as ReLU gives them; blue to red around 0 for signed ones.
    ///
    /// @param reach the value at the end, without its sign
    public static ColourScale of(ColorMap sequential, boolean signed, float reach) {
        float end = reach > 0 && Float.isFinite(reach) ? reach : 1;
        return signed
                ? new ColourScale(ColorMap.DIVERGING, -end, end)
                : new ColourScale(sequential, 0, end);
    }

    /// 0xFFRRGGBB.
    public int argb(float value) {
        return 0xff000000 | colours.rgb((value - low) / (high - low));
    }

    /// 0xAARRGGBB premultiplied, the clearer the farther from 0, so that what lies below shows through.
    public int translucent(float value) {
        float strength = Math.clamp(Math.abs(value) / Math.max(Math.abs(low), high), 0, 1);
        float opacity = (float) Math.sqrt(strength);
        int rgb = colours.rgb((value - low) / (high - low));
        int pixel = Math.round(opacity * 255) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            pixel |= Math.round((rgb >> shift & 0xff) * opacity) << shift;
        }
        return pixel;
    }
}
