package org.hrscope.people;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;

/// How a whole image is fitted into a network's input: uniform scale, as large as possible, grey bars.
///
/// @param toInput image pixels to input pixels, both at pixel centres; used for sampling
/// @param shiftX,shiftY offset of the image's left and top edge, in input pixels
record Letterbox(double scale, double shiftX, double shiftY, AffineTransform2D toInput) {
    /// Centred, with pixel 0 at the shift itself: as our finder was trained.
    static Letterbox centred(int width, int height, int inputWidth, int inputHeight) {
        double s = scale(width, height, inputWidth, inputHeight);
        double x = (inputWidth - s * width) / 2;
        double y = (inputHeight - s * height) / 2;
        return new Letterbox(s, x, y, AffineTransform2D.scaleThenShift(s, s, x, y));
    }

    /// Top left, treating pixels as areas: as YOLOX's `preproc` does with `cv2.resize`.
    static Letterbox topLeft(int width, int height, int inputWidth, int inputHeight) {
        double s = scale(width, height, inputWidth, inputHeight);
        double half = (s - 1) / 2;
        return new Letterbox(s, 0, 0, AffineTransform2D.scaleThenShift(s, s, half, half));
    }

    private static double scale(int width, int height, int inputWidth, int inputHeight) {
        return Math.min(inputWidth / (double) width, inputHeight / (double) height);
    }

    /// Input box to image box.
    BoundingBox toPicture(BoundingBox box) {
        return new BoundingBox(
                (box.x() - shiftX) / scale,
                (box.y() - shiftY) / scale,
                box.width() / scale,
                box.height() / scale);
    }
}
