package org.hrscope.people;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;

/// How a whole picture lies in a network's input: scaled as one, as large as fits, grey beside it.
///
/// @param toInput picture pixels to input pixels, both counted at pixel centres: what the picture is sampled by
/// @param shiftX,shiftY of edges, in input pixels: where the picture's left and upper edge lie
record Letterbox(double scale, double shiftX, double shiftY, AffineTransform2D toInput) {
    /// The level of the grey, 0..255.
    static final int GREY = 114;

    /// In the middle, pixel 0 at the shift itself: as our finder was trained.
    static Letterbox centred(int width, int height, int inputWidth, int inputHeight) {
        double s = scale(width, height, inputWidth, inputHeight);
        double x = (inputWidth - s * width) / 2;
        double y = (inputHeight - s * height) / 2;
        return new Letterbox(s, x, y, AffineTransform2D.scaleThenShift(s, s, x, y));
    }

    /// In the upper left corner, pixels as little squares: what YOLOX's `preproc` does by `cv2.resize`.
    static Letterbox topLeft(int width, int height, int inputWidth, int inputHeight) {
        double s = scale(width, height, inputWidth, inputHeight);
        double half = (s - 1) / 2;
        return new Letterbox(s, 0, 0, AffineTransform2D.scaleThenShift(s, s, half, half));
    }

    private static double scale(int width, int height, int inputWidth, int inputHeight) {
        return Math.min(inputWidth / (double) width, inputHeight / (double) height);
    }

    /// A box of the input, in the picture.
    BoundingBox toPicture(BoundingBox box) {
        return new BoundingBox(
                (box.x() - shiftX) / scale,
                (box.y() - shiftY) / scale,
                box.width() / scale,
                box.height() / scale);
    }
}
