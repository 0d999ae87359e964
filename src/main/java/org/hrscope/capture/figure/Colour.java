package org.hrscope.capture.figure;

/// Red, green, blue, 0 to 255.
record Colour(double red, double green, double blue) {

    /// @param rgb as in 0xRRGGBB
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
        return 0xFF000000
                | Math.toIntExact(Math.round(red)) << 16
                | Math.toIntExact(Math.round(green)) << 8
                | Math.toIntExact(Math.round(blue));
    }
}
