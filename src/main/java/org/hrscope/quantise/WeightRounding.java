package org.hrscope.quantise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.onnx.OnnxRounder.Stored;

/// A convolution's weights and bias as whole numbers: weights with a scale for each output channel and 0 for 0, the bias
/// in 32 bits with the scale of the products, so that it is added to their sum as it is.
///
/// @param kernel     what is rounded
/// @param inputScale of the value the convolution reads
/// @param most       the largest weight: 127, or 63 for seven bits
record WeightRounding(OnnxKernel kernel, float inputScale, int most) {
    /// Of the bias: half of what 32 bits hold, for the sum goes on from it.
    private static final double LARGEST_BIAS = 1 << 30;

    private static final double SMALLEST_SCALE = 1e-30;

    /// @throws Problem `quantise.weights` if a weight is not a number
    List<Stored> stored(Object file) throws Problem {
        int channels = kernel.outputs();
        float[] scales = new float[channels];
        FloatBuffer weights = kernel.weight().values();
        int each = weights.capacity() / channels;
        byte[] whole = new byte[weights.capacity()];
        float[] row = new float[each];
        for (int c = 0; c < channels; c++) {
            weights.get(c * each, row);
            float scale = scale(row, kernel.bias(c));
            if (!Float.isFinite(scale)) {
                throw new Problem("quantise.weights", file, kernel.convolution().weight());
            }
            scales[c] = scale;
            for (int i = 0; i < each; i++) {
                double rounded = Math.rint((double) row[i] / scale);
                whole[c * each + i] = (byte) Math.clamp(rounded, -most, most);
            }
        }
        List<Stored> stored = new ArrayList<>();
        stored.add(new Stored(kernel.convolution().weight(), whole, false, scales));
        kernel.convolution().bias().ifPresent(name -> stored.add(bias(name, scales)));
        return stored;
    }

    /// Where the weights are tiny beside the bias, the bias must still fit.
    private float scale(float[] row, float bias) {
        double largest = 0;
        for (float weight : row) largest = Math.max(largest, Math.abs((double) weight));
        double least = Math.abs((double) bias) / LARGEST_BIAS / inputScale;
        double scale = Math.max(largest / most, Math.max(least, SMALLEST_SCALE));
        return Double.isNaN(largest + bias) ? Float.NaN : (float) scale;
    }

    private Stored bias(String name, float[] weightScales) {
        int channels = weightScales.length;
        ByteBuffer whole =
                ByteBuffer.allocate(channels * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float[] scales = new float[channels];
        for (int c = 0; c < channels; c++) {
            scales[c] = inputScale * weightScales[c];
            whole.putInt((int) Math.rint((double) kernel.bias(c) / scales[c]));
        }
        return new Stored(name, whole.array(), true, scales);
    }
}
