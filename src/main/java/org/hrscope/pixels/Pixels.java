package org.hrscope.pixels;

import org.hrscope.domain.Frame;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// OpenCV's view of a frame. No copy is made.
public final class Pixels {
    private Pixels() {}

    /// A Mat over the frame's own memory: `CV_8UC4`, BGRA; to be released, and not to be written to.
    public static Mat of(Frame frame) {
        return new Mat(frame.height(), frame.width(), CvType.CV_8UC4, frame.pixels());
    }
}
