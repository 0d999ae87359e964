package org.hrscope.quantise;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hrscope.domain.Problem;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.onnx.OnnxRounder.Stored;

/// A convolution's weights and bias as whole numbers: weights with a scale for each output channel and 0 for 0, the
/// bias in 32 bits with the scale of the products, so that it is added to their sum as it is. Rounded weights shift the
/// mean of an output channel by their errors times the mean input; the bias takes that back (Nagel et al.,
/// arXiv:1906.04721, section 4.2).
///
/// @param kernel     what is rounded
/// @param inputScale of the value the convolution reads
/// @param means      of the input's channels
/// @param most       the largest weight: 127, or 63 for seven bits
record WeightRounding(OnnxKernel kernel, float inputScale, IntToDoubleFunction means, int most) {
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
        double[] shifts = new double[channels];
        for (int c = 0; c < channels; c++) {
            weights.get(c * each, row);
            float scale = scale(row, kernel.bias(c));
            if (!Float.isFinite(scale)) {
                throw new Problem("quantise.weights", file, kernel.convolution().weight());
            }
            scales[c] = scale;
            for (int i = 0; i < each; i++) {
                // No more than `most`, of which the scale was made.
                byte rounded = (byte) Math.rint((double) row[i] / scale);
                whole[c * each + i] = rounded;
                row[i] = rounded * scale - row[i];
            }
            shifts[c] = shift(c, row);
        }
        List<Stored> stored = new ArrayList<>();
        stored.add(new Stored(kernel.convolution().weight(), whole, false, scales));
        kernel.convolution().bias().ifPresent(name -> stored.add(bias(name, scales, shifts)));
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

    /// Of the mean of an output channel. As if there were no padding.
    ///
    /// @param errors of its weights
    private double shift(int output, float[] errors) {
        int first = kernel.firstInput(output);
        int area = kernel.height() * kernel.width();
        double shift = 0;
        for (int input = 0; input < kernel.inputs(); input++) {
            double sum = 0;
            for (int i = input * area; i < (input + 1) * area; i++) sum += errors[i];
            shift += sum * means.applyAsDouble(first + input);
        }
        return shift;
    }

    private Stored bias(String name, float[] weightScales, double[] shifts) {
        int channels = weightScales.length;
        ByteBuffer whole =
                ByteBuffer.allocate(channels * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        float[] scales = new float[channels];
        for (int c = 0; c < channels; c++) {
            scales[c] = inputScale * weightScales[c];
            whole.putInt((int) Math.rint((kernel.bias(c) - shifts[c]) / scales[c]));
        }
        return new Stored(name, whole.array(), true, scales);
    }
}
