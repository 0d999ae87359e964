package org.hrscope.inference;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.Frame;
import org.hrscope.model.ModelInfo;

/// Cuts the crop out of a frame and writes it as the model wants it, in one pass: bilinear, black outside, rounded to
/// 0..255, scaled to 0..1, minus the mean, divided by the deviation; [3, H, W] float32.
///
/// Weights are exact: OpenCV 4.9's `warpAffine` rounds them to 1/32 of a pixel, newer releases do not. Holds its own
/// buffers: one thread at a time.
final class CropPreprocessor {
    private final int width;
    private final int height;
    private final int[] shifts;
    private final float[][] normalised;
    private final Samples columns;
    private final Samples lines;
    private final float[][] row;

    CropPreprocessor(ModelInfo model) {
        width = model.inputWidth();
        height = model.inputHeight();
        columns = new Samples(width);
        lines = new Samples(height);
        row = new float[3][width];
        shifts = model.rgb() ? new int[] {16, 8, 0} : new int[] {0, 8, 16};
        normalised = new float[3][256];
        for (int c = 0; c < 3; c++) {
            for (int value = 0; value < 256; value++) {
                normalised[c][value] = (value / 255f - model.mean().get(c)) / model.std().get(c);
            }
        }
    }

    /// @param toInput frame pixels to input pixels: scale and shift, never turned
    /// @param input   3 * H * W floats, filled from its start
    void fill(Frame frame, AffineTransform2D toInput, FloatBuffer input) {
        AffineTransform2D toFrame = toInput.inverse();
        columns.place(toFrame.a(), toFrame.c(), frame.width());
        lines.place(toFrame.e(), toFrame.f(), frame.height());
        // BGRA bytes read as one number: 0xAARRGGBB.
        IntBuffer pixels = frame.pixels().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        for (int y = 0; y < height; y++) {
            sampleRow(pixels, frame.width(), y);
            for (int c = 0; c < 3; c++) {
                input.put((c * height + y) * width, row[c]);
            }
        }
    }

    private void sampleRow(IntBuffer pixels, int stride, int y) {
        int above = lines.first[y] * stride;
        int below = lines.second[y] * stride;
        float top = lines.firstShare[y];
        float bottom = lines.secondShare[y];
        for (int x = 0; x < width; x++) {
            int left = columns.first[x];
            int right = columns.second[x];
            float aboveLeft = top * columns.firstShare[x];
            float aboveRight = top * columns.secondShare[x];
            float belowLeft = bottom * columns.firstShare[x];
            float belowRight = bottom * columns.secondShare[x];
            int a = pixels.get(above + left);
            int b = pixels.get(above + right);
            int c = pixels.get(below + left);
            int d = pixels.get(below + right);
            for (int channel = 0; channel < 3; channel++) {
                int shift = shifts[channel];
                float value =
                        (a >> shift & 255) * aboveLeft
                                + (b >> shift & 255) * aboveRight
                                + (c >> shift & 255) * belowLeft
                                + (d >> shift & 255) * belowRight;
                row[channel][x] = normalised[channel][(int) (value + 0.5f)];
            }
        }
    }

    /// Turns every row of `input` round, in place.
    void mirror(FloatBuffer input) {
        float[] line = row[0];
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

    /// For each output pixel of one axis the two frame pixels it lies between, and their shares: none outside the frame.
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
