package org.hrscope.pixels;

/// Maps values to colours: `low` and below get the map's first colour, `high` and above its last.
public record ColourScale(ColorMap colours, float low, float high) {

    /// What the range is taken from.
    public enum Range {
        CHANNEL,
        LAYER,
        FIXED
    }

    /// From 0 up, for maps that are never negative, as after ReLU.
    ///
    /// @param reach value at the end of the scale
    public static ColourScale positive(ColorMap sequential, float reach) {
        return new ColourScale(sequential, 0, end(reach));
    }

    /// Blue to red around 0.
    ///
    /// @param reach absolute value at both ends of the scale
    public static ColourScale signed(float reach) {
        return new ColourScale(ColorMap.DIVERGING, -end(reach), end(reach));
    }

    private static float end(float reach) {
        return reach > 0 && Float.isFinite(reach) ? reach : 1;
    }

    /// Whichever of both suits the map.
    ///
    /// @param sequential unless it is signed
    public static ColourScale of(ColorMap sequential, boolean signed, float reach) {
        return signed ? signed(reach) : positive(sequential, reach);
    }

    /// 0xFFRRGGBB.
    public int argb(float value) {
        return 0xff000000 | colours.rgb((value - low) / (high - low));
    }

    /// 0xAARRGGBB, premultiplied; more opaque away from 0, so that the image shows through where values are small.
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
