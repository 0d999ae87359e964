package org.hrscope.pixels;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.hrscope.domain.Frame;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/// OpenCV's header over an image in Java's memory, without a copy. A [Mat] knows the address alone: memory that nothing
/// else in the program refers to may be freed while OpenCV still works on it. This refers to it until it is closed.
///
/// @param bgra direct, 4 bytes a pixel, rows unpadded
/// @param mat  `CV_8UC4`; OpenCV allocates other memory if it writes an image of another size
public record PixelMat(ByteBuffer bgra, Mat mat) implements AutoCloseable {
    public PixelMat(int width, int height, ByteBuffer bgra) {
        this(bgra, new Mat(height, width, CvType.CV_8UC4, bgra));
    }

    /// Of a frame, read-only.
    public static PixelMat of(Frame frame) {
        return new PixelMat(frame.width(), frame.height(), frame.pixels());
    }

    @Override
    public void close() {
        mat.release();
        Reference.reachabilityFence(bgra);
    }
}
