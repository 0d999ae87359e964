package org.hrscope.onnx;

import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Tensor;
import org.jspecify.annotations.Nullable;

/// A convolution with its numbers. Cross-correlation, as in every framework: the kernel is not flipped. Immutable.
///
/// @param weight [output channels, input channels per group, height, width]
public record OnnxKernel(OnnxConvolution convolution, Tensor weight, @Nullable Tensor bias) {

    /// @param weights by name, as [OnnxWeights] reads them
    /// @return empty if they lack the convolution's, or do not fit it
    public static Optional<OnnxKernel> of(
            OnnxConvolution convolution, Map<String, Tensor> weights) {
        Tensor weight = weights.get(convolution.weight());
        Tensor bias = convolution.bias().map(weights::get).orElse(null);
        boolean whole = convolution.bias().isEmpty() || bias != null;
        if (weight == null || weight.shape().rank() != 4 || !whole) return Optional.empty();
        int outputs = weight.shape().size(0);
        boolean fits = weight.shape().count() > 0 && outputs % convolution.groups() == 0;
        if (bias != null) fits &= bias.shape().count() == outputs;
        return fits ? Optional.of(new OnnxKernel(convolution, weight, bias)) : Optional.empty();
    }

    public int outputs() {
        return weight.shape().size(0);
    }

    /// Input channels that one output channel reads.
    public int inputs() {
        return weight.shape().size(1);
    }

    public int height() {
        return weight.shape().size(2);
    }

    public int width() {
        return weight.shape().size(3);
    }

    /// The first input channel that this output channel reads.
    public int firstInput(int output) {
        return output / (outputs() / convolution.groups()) * inputs();
    }

    /// @param input counted from [#firstInput]
    public float at(int output, int input, int y, int x) {
        return weight.get(((output * inputs() + input) * height() + y) * width() + x);
    }

    /// Zero without one.
    public float bias(int output) {
        return bias == null ? 0 : bias.get(output);
    }

    /// One kernel, a map of height x width for each of its input channels.
    public FeatureMaps kernel(int output) {
        float[] values = new float[inputs() * height() * width()];
        weight.values().get(output * values.length, values);
        return new FeatureMaps(inputs(), height(), width(), values);
    }

    /// What one input channel adds to an output channel, without the bias.
    ///
    /// @param maps   the whole input
    /// @param input  counted from [#firstInput]
    /// @param height of the output, `width` too
    public FeatureMaps contribution(
            FeatureMaps maps, int output, int input, int height, int width) {
        int channel = firstInput(output) + input;
        int top = convolution.before(0, maps.height(), height());
        int left = convolution.before(1, maps.width(), width());
        float[] sums = new float[height * width];
        for (int i = 0; i < sums.length; i++) {
            int row = i / width * convolution.strides().get(0) - top;
            int column = i % width * convolution.strides().get(1) - left;
            double sum = 0;
            for (int v = 0; v < height(); v++) {
                int y = row + v * convolution.dilations().get(0);
                if (y < 0 || y >= maps.height()) continue;
                for (int u = 0; u < width(); u++) {
                    int x = column + u * convolution.dilations().get(1);
                    if (x < 0 || x >= maps.width()) continue;
                    sum += (double) at(output, input, v, u) * maps.at(channel, y, x);
                }
            }
            sums[i] = (float) sum;
        }
        return new FeatureMaps(1, height, width, sums);
    }
}
