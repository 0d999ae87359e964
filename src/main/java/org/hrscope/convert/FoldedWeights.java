package org.hrscope.convert;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.hrscope.checkpoint.StoredTensor;
import org.hrscope.hrnet.Operation.Convolution;

/// A convolution's weights and bias with batch norm folded in; computed in double precision, rounded once at the
/// end.
///
/// norm(conv(x)) = g (w x + b - mean) + beta with g = gamma / sqrt(variance + 1e-5), per output channel.
final class FoldedWeights implements FilterValues {
    static final double EPSILON = 1e-5;

    private final Map<String, StoredTensor> tensors;
    private final Convolution convolution;
    private final double[] gains;

    FoldedWeights(Map<String, StoredTensor> tensors, Convolution convolution) {
        this.tensors = tensors;
        this.convolution = convolution;
        this.gains = gains();
    }

    /// Only one kernel is on the heap at a time.
    @Override
    public void putWeights(FloatBuffer to) {
        StoredTensor weights = tensor(convolution.weights() + ".weight");
        int filterSize = convolution.in() * convolution.kernel() * convolution.kernel();
        float[] values = new float[filterSize];
        double[] exact = new double[0];
        for (int channel = 0; channel < convolution.out(); channel++) {
            long from = (long) channel * filterSize;
            if (weights.readFloats(from, values)) {
                scale(values, gains[channel]);
            } else {
                if (exact.length == 0) exact = new double[filterSize];
                weights.read(from, exact);
                for (int i = 0; i < filterSize; i++)
                    values[i] = (float) (exact[i] * gains[channel]);
            }
            checkFinite(values);
            to.put(values);
        }
    }

    private static void scale(float[] values, double gain) {
        for (int i = 0; i < values.length; i++) values[i] = (float) (values[i] * gain);
    }

    @Override
    public void putBias(FloatBuffer to) {
        double[] bias = new double[convolution.out()];
        if (convolution.bias()) bias = values(convolution.weights() + ".bias");
        if (convolution.norm().isPresent()) {
            String norm = convolution.norm().get();
            double[] mean = values(norm + ".running_mean");
            double[] beta = values(norm + ".bias");
            for (int i = 0; i < bias.length; i++) {
                bias[i] = (bias[i] - mean[i]) * gains[i] + beta[i];
            }
        }
        float[] values = new float[bias.length];
        for (int i = 0; i < bias.length; i++) values[i] = (float) bias[i];
        checkFinite(values);
        to.put(values);
    }

    /// NaN and infinity times 0 are NaN, and NaN sticks in the sum.
    private void checkFinite(float[] values) {
        float sum = 0;
        for (float value : values) sum += value * 0;
        if (sum != 0) throw new NotANumber(convolution.weights());
    }

    private double[] gains() {
        double[] gains = new double[convolution.out()];
        Arrays.fill(gains, 1);
        if (convolution.norm().isPresent()) {
            double[] gamma = values(convolution.norm().get() + ".weight");
            double[] variance = values(convolution.norm().get() + ".running_var");
            for (int i = 0; i < gains.length; i++) {
                gains[i] = gamma[i] / Math.sqrt(variance[i] + EPSILON);
            }
        }
        return gains;
    }

    private double[] values(String name) {
        return tensor(name).toArray();
    }

    private StoredTensor tensor(String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }
}
