package org.hrscope.pixels;

import org.hrscope.domain.Frame;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// OpenCV's view of a frame, without copying.
public final class Pixels {
    private Pixels() {}

    /// A read-only Mat over the frame's own memory: `CV_8UC4`, BGRA; the caller releases it.
    public static Mat of(Frame frame) {
        return new Mat(frame.height(), frame.width(), CvType.CV_8UC4, frame.pixels());
    }
}
