package org.hrscope.capture;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/// How wide a picture is whose pixels are not square (DVDs, DV tapes, many a television recording) once they are.
final class SquarePixels {
    /// Beyond it a file is mistaken: the widest that cameras and discs know is 2.
    private static final double MOST = 8;

    private SquarePixels() {}

    /// The height stays, as in players.
    static int width(AVFrame picture, AVRational shape) {
        double ratio = shape.den() == 0 ? 0 : (double) shape.num() / shape.den();
        if (!(ratio >= 1 / MOST && ratio <= MOST)) return picture.width();
        return (int) Math.clamp(Math.round(picture.width() * ratio), 1, Integer.MAX_VALUE);
    }
}
