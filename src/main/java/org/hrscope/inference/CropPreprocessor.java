package org.hrscope.inference;

import java.nio.FloatBuffer;
import org.hrscope.image.Pixels;
import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.Frame;
import org.hrscope.model.ModelInfo;
import org.opencv.core.Mat;

/// Cuts the crop out of a frame and writes it as the model wants it: [3, H, W] float32, scaled to 0..1, minus the mean,
/// divided by the deviation. Holds its own buffers: one thread at a time.
final class CropPreprocessor implements AutoCloseable {
    private static final int BYTES = 4;

    private final int width;
    private final int height;
    private final int[] channelOffset;
    private final float[][] normalised;
    private final Mat crop = new Mat();
    private final byte[] bytes;
    private final float[] plane;

    CropPreprocessor(ModelInfo model) {
        width = model.inputWidth();
        height = model.inputHeight();
        bytes = new byte[width * height * BYTES];
        plane = new float[width * height];
        channelOffset = model.rgb() ? new int[] {2, 1, 0} : new int[] {0, 1, 2};
        normalised = new float[3][256];
        for (int c = 0; c < 3; c++) {
            for (int value = 0; value < 256; value++) {
                normalised[c][value] = (value / 255f - model.mean().get(c)) / model.std().get(c);
            }
        }
    }

    /// @param toInput frame pixels to input pixels
    /// @param input   3 * H * W floats, filled from its start
    void fill(Frame frame, AffineTransform2D toInput, FloatBuffer input) {
        Pixels.warp(frame, toInput, crop, width, height);
        crop.get(0, 0, bytes);
        for (int c = 0; c < 3; c++) {
            float[] table = normalised[c];
            for (int i = 0, at = channelOffset[c]; i < plane.length; i++, at += BYTES) {
                plane[i] = table[bytes[at] & 0xff];
            }
            input.put(c * plane.length, plane);
        }
    }

    /// Turns every row of `input` round, in place.
    void mirror(FloatBuffer input) {
        for (int row = 0; row < 3 * height; row++) {
            input.get(row * width, plane, 0, width);
            for (int left = 0, right = width - 1; left < right; left++, right--) {
                float kept = plane[left];
                plane[left] = plane[right];
                plane[right] = kept;
            }
            input.put(row * width, plane, 0, width);
        }
    }

    @Override
    public void close() {
        crop.release();
    }
}
