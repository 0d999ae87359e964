package org.hrscope.inference;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfo;

/// Cuts a crop out of a frame in the network's input format: bilinear, constant grey outside (black by default),
/// rounded to 0..255, scaled to 0..1, mean subtracted, divided by the standard deviation; [3, H, W] float32.
///
/// Interpolation weights are exact: OpenCV 4.9's `warpAffine` rounds them to 1/32 of a pixel, newer releases do
/// not. The four neighbours are gathered first, row by row, so that the rest is arithmetic on whole rows, which the
/// JIT vectorises. Owns buffers: one thread at a time.
final class CropPreprocessor {
    private final PixelFormat format;
    private final int width;
    private final int height;
    private final Samples columns;
    private final Samples lines;
    private final Row row;
    private final float[] line;
    private int[] above = {};
    private int[] below = {};

    CropPreprocessor(ModelInfo model) {
        this(
                model.inputWidth(),
                model.inputHeight(),
                new PixelFormat(model.mean(), model.std(), model.rgb(), model.task().outside()));
    }

    CropPreprocessor(int width, int height, PixelFormat format) {
        this.format = format;
        this.width = width;
        this.height = height;
        columns = new Samples(width);
        lines = new Samples(height);
        row = new Row(width);
        line = new float[width];
    }

    /// @param toInput frame pixels to input pixels: scale and translation, no rotation
    /// @param input   3 * H * W floats, filled from the start
    void fill(Frame frame, AffineTransform2D toInput, FloatBuffer input) {
        AffineTransform2D toFrame = toInput.inverse();
        columns.place(toFrame.a(), toFrame.c(), frame.width());
        lines.place(toFrame.e(), toFrame.f(), frame.height());
        // BGRA bytes as a little-endian int: 0xAARRGGBB.
        IntBuffer pixels = frame.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int left = columns.first[0];
        int span = columns.second[width - 1] + 1 - left;
        if (above.length < span) {
            above = new int[span];
            below = new int[span];
        }
        for (int y = 0; y < height; y++) {
            pixels.get(lines.first[y] * frame.width() + left, above, 0, span);
            pixels.get(lines.second[y] * frame.width() + left, below, 0, span);
            row.fetch(above, below, columns, left);
            row.weigh(columns, lines.firstShare[y], lines.secondShare[y], format.outside());
            for (int c = 0; c < 3; c++) {
                int shift = format.rgb() ? 16 - 8 * c : 8 * c;
                row.blend(shift, format.mean().get(c), format.std().get(c), line);
                input.put((c * height + y) * width, line);
            }
        }
    }

    /// Mirrors every row of `input` in place.
    void mirror(FloatBuffer input) {
        for (int y = 0; y < 3 * height; y++) {
            input.get(y * width, line);
            for (int left = 0, right = width - 1; left < right; left++, right--) {
                float kept = line[left];
                line[left] = line[right];
                line[right] = kept;
            }
            input.put(y * width, line);
        }
    }

    /// One output row: the four frame pixels around each of its pixels, and their weights.
    private static final class Row {
        private final int[] a;
        private final int[] b;
        private final int[] c;
        private final int[] d;
        private final float[] shareA;
        private final float[] shareB;
        private final float[] shareC;
        private final float[] shareD;
        private final float[] outside;
        private final float[] sums;

        Row(int width) {
            a = new int[width];
            b = new int[width];
            c = new int[width];
            d = new int[width];
            shareA = new float[width];
            shareB = new float[width];
            shareC = new float[width];
            shareD = new float[width];
            outside = new float[width];
            sums = new float[width];
        }

        /// @param left frame column at which the rows start
        void fetch(int[] above, int[] below, Samples columns, int left) {
            for (int x = 0; x < a.length; x++) {
                int first = columns.first[x] - left;
                int second = columns.second[x] - left;
                a[x] = above[first];
                b[x] = above[second];
                c[x] = below[first];
                d[x] = below[second];
            }
        }

        void weigh(Samples columns, float top, float bottom, float grey) {
            float[] first = columns.firstShare;
            float[] second = columns.secondShare;
            for (int x = 0; x < shareA.length; x++) {
                shareA[x] = top * first[x];
                shareB[x] = top * second[x];
                shareC[x] = bottom * first[x];
                shareD[x] = bottom * second[x];
            }
            if (grey == 0) return;
            for (int x = 0; x < outside.length; x++) {
                outside[x] = grey * (1 - (top + bottom) * (first[x] + second[x]));
            }
        }

        /// One channel, rounded to integers and normalised.
        void blend(int shift, float mean, float std, float[] to) {
            for (int x = 0; x < sums.length; x++) {
                sums[x] =
                        (a[x] >> shift & 255) * shareA[x]
                                + (b[x] >> shift & 255) * shareB[x]
                                + (c[x] >> shift & 255) * shareC[x]
                                + (d[x] >> shift & 255) * shareD[x]
                                + outside[x];
            }
            for (int x = 0; x < to.length; x++) {
                to[x] = ((int) (sums[x] + 0.5f) / 255f - mean) / std;
            }
        }
    }

    /// For each output pixel along one axis, its two neighbouring frame pixels and their weights; zero weight
    /// outside the frame.
    private static final class Samples {
        private final int[] first;
        private final int[] second;
        private final float[] firstShare;
        private final float[] secondShare;

        Samples(int count) {
            first = new int[count];
            second = new int[count];
            firstShare = new float[count];
            secondShare = new float[count];
        }

        void place(double scale, double shift, int size) {
            for (int i = 0; i < first.length; i++) {
                double at = scale * i + shift;
                double floor = Math.floor(at);
                float share = (float) (at - floor);
                firstShare[i] = floor >= 0 && floor < size ? 1 - share : 0;
                secondShare[i] = floor >= -1 && floor < size - 1 ? share : 0;
                first[i] = (int) Math.clamp(floor, 0, size - 1.0);
                second[i] = (int) Math.clamp(floor + 1, 0, size - 1.0);
            }
        }
    }
}
