package org.hrscope.recording;

/// The size of a recording: the source's, scaled down where the encoder cannot take it.
///
/// @param width,height      of the image in it
/// @param filledWidth,filledHeight of the recording: H.264 stores colour for two by two pixels and starts at 16; the
///     image's last column and row are repeated to fill it
record FilmSize(int width, int height, int filledWidth, int filledHeight) {
    private static final int LEAST = 16;

    /// A little below H.264's largest frame, 36,864 macroblocks of 16 by 16 pixels at level 5.2.
    private static final double MOST_PIXELS = 9_000_000;

    static FilmSize of(int width, int height, Medium medium) {
        double longer = medium.limits.most() / (double) Math.max(width, height);
        double area = Math.sqrt(MOST_PIXELS / ((double) width * height));
        double scale = Math.min(1, Math.min(longer, area));
        int wide = Math.max(1, (int) Math.round(width * scale));
        int high = Math.max(1, (int) Math.round(height * scale));
        if (medium != Medium.MP4) return new FilmSize(wide, high, wide, high);
        return new FilmSize(wide, high, filled(wide), filled(high));
    }

    private static int filled(int size) {
        return Math.max(LEAST, size + (size & 1));
    }
}
