package org.hrscope.capture.figure;

/// Red, green and blue, 0 to 255.
record Colour(double red, double green, double blue) {
    /// Full coverage in the units of [#mixed].
    static final int ALL = 256;

    static final int BLACK = 0xFF000000;

    /// @param rgb as 0xRRGGBB
    static Colour of(int rgb) {
        return new Colour((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
    }

    /// Darker below 1, lighter above.
    Colour shade(double factor) {
        return new Colour(
                Math.min(255, red * factor),
                Math.min(255, green * factor),
                Math.min(255, blue * factor));
    }

    Colour towards(Colour other, double part) {
        return new Colour(
                red + (other.red - red) * part,
                green + (other.green - green) * part,
                blue + (other.blue - blue) * part);
    }

    /// Opaque, 0xFFRRGGBB.
    int argb() {
        return BLACK
                | Math.toIntExact(Math.round(red)) << 16
                | Math.toIntExact(Math.round(green)) << 8
                | Math.toIntExact(Math.round(blue));
    }

    /// Blends two opaque colours, 0xFFRRGGBB.
    ///
    /// @param keep weight of `under`, 0 to [#ALL]
    static int mixed(int under, int over, int keep) {
        int rest = ALL - keep;
        int redBlue = ((under & 0xFF00FF) * keep + (over & 0xFF00FF) * rest) >>> 8;
        int green = ((under & 0x00FF00) * keep + (over & 0x00FF00) * rest) >>> 8;
        return BLACK | redBlue & 0xFF00FF | green & 0x00FF00;
    }
}
