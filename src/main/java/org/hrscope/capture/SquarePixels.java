package org.hrscope.capture;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// Display width of frames with non-square pixels (DVDs, DV tapes, many TV recordings).
final class SquarePixels {
    /// Anything beyond this is a broken header: real cameras and discs stay within 2.
    private static final double MOST = 8;

    private SquarePixels() {}

    /// The height is kept, as players do.
    static int width(AVFrame picture, AVRational shape) {
        double ratio = shape.den() == 0 ? 0 : (double) shape.num() / shape.den();
        if (!(ratio >= 1 / MOST && ratio <= MOST)) return picture.width();
        return (int) Math.clamp(Math.round(picture.width() * ratio), 1, Integer.MAX_VALUE);
    }
}
