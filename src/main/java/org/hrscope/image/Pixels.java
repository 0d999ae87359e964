package org.hrscope.image;

import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.Frame;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// OpenCV's view of a frame. No copy is made.
public final class Pixels {
    private static final Scalar BLACK = new Scalar(0, 0, 0, 0);

    private Pixels() {}

    /// A Mat over the frame's own memory: `CV_8UC4`, BGRA; to be released, and not to be written to.
    public static Mat of(Frame frame) {
        return new Mat(frame.height(), frame.width(), CvType.CV_8UC4, frame.pixels());
    }

    /// Fills `out` with the frame seen through `toOut` (frame pixels to `out` pixels): bilinear, black outside.
    public static void warp(Frame frame, AffineTransform2D toOut, Mat out, int width, int height) {
        Mat from = of(frame);
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        try {
            matrix.put(0, 0, toOut.a(), toOut.b(), toOut.c(), toOut.d(), toOut.e(), toOut.f());
            Imgproc.warpAffine(
                    from,
                    out,
                    matrix,
                    new Size(width, height),
                    Imgproc.INTER_LINEAR,
                    org.opencv.core.Core.BORDER_CONSTANT,
                    BLACK);
        } finally {
            matrix.release();
            from.release();
        }
    }
}
