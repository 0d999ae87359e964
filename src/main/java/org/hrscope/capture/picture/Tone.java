package org.hrscope.capture.picture;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

/// Converts decoded pixels to 8-bit BGR on black, in place: frames are opaque, so that the network sees what the
/// viewer sees. One thread.
final class Tone {
    private Tone() {}

    /// @param picture 8 or 16 bits; grey, BGR or BGRA
    /// @param alpha   whether the fourth channel is alpha; otherwise it is dropped
    static Mat onBlack(Mat picture, boolean alpha) throws PictureException {
        if (picture.depth() == CvType.CV_16U) {
            picture.convertTo(picture, CvType.CV_8U, 255.0 / 65535);
        }
        if (picture.depth() != CvType.CV_8U) throw depth(picture);
        switch (picture.channels()) {
            case 1 -> Imgproc.cvtColor(picture, picture, Imgproc.COLOR_GRAY2BGR);
            case 3 -> {}
            case 4 -> {
                if (alpha) Imgproc.cvtColor(picture, picture, Imgproc.COLOR_RGBA2mRGBA);
                Imgproc.cvtColor(picture, picture, Imgproc.COLOR_BGRA2BGR);
            }
            default -> throw depth(picture);
        }
        return picture;
    }

    private static PictureException depth(Mat picture) {
        picture.release();
        return new PictureException("picture.depth", null);
    }
}
