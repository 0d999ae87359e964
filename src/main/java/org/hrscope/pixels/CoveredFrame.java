package org.hrscope.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.SplittableRandom;
import org.hrscope.domain.Frame;
import org.hrscope.pixels.Cover.Dab;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/// A copy of a frame in which some pixels are hidden. Any thread.
///
/// @param frame the copy; garbage-collected, so that it need not be closed
/// @param patch the hidden pixels alone
public record CoveredFrame(Frame frame, Patch patch) {
    private static final int SEED = 20190225;

    /// The kernel's side is this part of the image's shorter side: wider than a limb.
    private static final int BLURS = 6;

    /// The part of a frame that holds all hidden pixels.
    ///
    /// @param argb 0xAARRGGBB, transparent where nothing is hidden; not to be modified
    public record Patch(int x, int y, int width, int height, int[] argb) {}

    /// @param frame remains owned by the caller
    /// @param cover of which at least a part lies within the frame, or there is nothing to see
    public static CoveredFrame of(Frame frame, Cover cover) {
        OpenCv.load();
        ByteBuffer copy =
                ByteBuffer.allocateDirect(frame.width() * frame.height() * 4)
                        .order(ByteOrder.LITTLE_ENDIAN);
        copy.put(0, frame.pixels(), 0, copy.capacity());
        Frame covered = new Frame(frame.width(), frame.height(), copy, frame.origin(), () -> {});
        Rect box = box(frame, cover);
        if (box.width <= 0 || box.height <= 0) {
            return new CoveredFrame(covered, new Patch(0, 0, 0, 0, new int[0]));
        }
        try (PixelMat pixels = PixelMat.of(covered)) {
            Mat part = pixels.mat().submat(box);
            Mat mask = mask(box, cover);
            Mat filled = filled(pixels.mat(), part, cover.fill());
            filled.copyTo(part, mask);
            Patch patch = patch(copy.asIntBuffer(), frame.width(), box, mask);
            for (Mat each : new Mat[] {filled, mask, part}) each.release();
            return new CoveredFrame(covered, patch);
        }
    }

    private static Rect box(Frame frame, Cover cover) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Dab dab : cover.dabs()) {
            left = Math.min(left, Math.min(dab.fromX(), dab.toX()) - dab.radius());
            top = Math.min(top, Math.min(dab.fromY(), dab.toY()) - dab.radius());
            right = Math.max(right, Math.max(dab.fromX(), dab.toX()) + dab.radius());
            bottom = Math.max(bottom, Math.max(dab.fromY(), dab.toY()) + dab.radius());
        }
        int x = (int) Math.max(0, Math.floor(left) - 1);
        int y = (int) Math.max(0, Math.floor(top) - 1);
        int endX = (int) Math.min(frame.width(), Math.ceil(right) + 2);
        int endY = (int) Math.min(frame.height(), Math.ceil(bottom) + 2);
        return new Rect(x, y, endX - x, endY - y);
    }

    private static Mat mask(Rect box, Cover cover) {
        Mat mask = Mat.zeros(box.height, box.width, CvType.CV_8U);
        for (Dab dab : cover.dabs()) {
            Imgproc.line(
                    mask,
                    new Point(dab.fromX() - box.x, dab.fromY() - box.y),
                    new Point(dab.toX() - box.x, dab.toY() - box.y),
                    new Scalar(255),
                    (int) Math.max(1, Math.round(2 * dab.radius())));
        }
        return mask;
    }

    private static Mat filled(Mat all, Mat part, Cover.Fill fill) {
        return switch (fill) {
            case MEAN -> new Mat(part.size(), part.type(), Core.mean(all));
            case BLUR -> {
                int side = Math.max(3, Math.min(all.rows(), all.cols()) / BLURS);
                Mat blurred = new Mat();
                // Reads what lies around the part, too.
                Imgproc.blur(part, blurred, new Size(side, side));
                yield blurred;
            }
            case NOISE -> noise(part);
        };
    }

    private static Mat noise(Mat like) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] bytes = new byte[(int) like.total() * 4];
        random.nextBytes(bytes);
        for (int i = 3; i < bytes.length; i += 4) bytes[i] = (byte) 255;
        Mat noise = new Mat(like.size(), like.type());
        noise.put(0, 0, bytes);
        return noise;
    }

    private static Patch patch(IntBuffer pixels, int stride, Rect box, Mat mask) {
        byte[] hidden = new byte[box.width * box.height];
        mask.get(0, 0, hidden);
        int[] argb = new int[hidden.length];
        for (int y = 0; y < box.height; y++) {
            pixels.get((box.y + y) * stride + box.x, argb, y * box.width, box.width);
        }
        for (int i = 0; i < argb.length; i++) if (hidden[i] == 0) argb[i] = 0;
        return new Patch(box.x, box.y, box.width, box.height, argb);
    }
}
