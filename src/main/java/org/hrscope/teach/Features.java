package org.hrscope.teach;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxHead;

/// What the last convolution of a network is given for one crop. Immutable; the array must not be modified.
///
/// @param values CHW
public record Features(int channels, int height, int width, float[] values) {

    /// A copy.
    ///
    /// @param tensor [1, C, H, W]
    public static Features of(Tensor tensor) {
        var shape = tensor.shape();
        return new Features(shape.size(1), shape.size(2), shape.size(3), tensor.toArray());
    }

    int cells() {
        return height * width;
    }

    /// The heatmap of one channel of the head.
    public Heatmaps through(OnnxHead.Channel channel) {
        float[] map = new float[cells()];
        java.util.Arrays.fill(map, channel.bias());
        for (int c = 0; c < channels; c++) {
            float weight = channel.weights()[c];
            for (int i = 0; i < map.length; i++) map[i] += weight * values[c * map.length + i];
        }
        return new Heatmaps(1, height, width, map);
    }
}
