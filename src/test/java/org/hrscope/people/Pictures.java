package org.hrscope.people;

import java.nio.file.Path;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.Frame;
import org.hrscope.pixels.OpenCv;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/// Frames for tests.
public final class Pictures {
    private Pictures() {}

    /// Decoded in the same way as for the reference.
    public static Frame read(Path file) {
        OpenCv.load();
        Mat bgr = Imgcodecs.imread(file.toString());
        Frame.Origin origin = new Frame.Origin(file.getFileName().toString(), 0, 0);
        return new FramePool()
                .frame(
                        bgr.cols(),
                        bgr.rows(),
                        origin,
                        pixels ->
                                Imgproc.cvtColor(
                                        bgr,
                                        new Mat(bgr.rows(), bgr.cols(), CvType.CV_8UC4, pixels),
                                        Imgproc.COLOR_BGR2BGRA));
    }

    /// Paints every pixel as 0xAARRGGBB from its coordinates.
    static Frame painted(int width, int height, java.util.function.IntBinaryOperator colour) {
        return new FramePool()
                .frame(
                        width,
                        height,
                        new Frame.Origin("painted", 0, 0),
                        pixels -> {
                            for (int y = 0; y < height; y++) {
                                for (int x = 0; x < width; x++) {
                                    int c = colour.applyAsInt(x, y);
                                    pixels.put((byte) c)
                                            .put((byte) (c >> 8))
                                            .put((byte) (c >> 16))
                                            .put((byte) (c >> 24));
                                }
                            }
                        });
    }

    static Frame plain(int width, int height, int colour) {
        return painted(width, height, (x, y) -> colour);
    }
}
