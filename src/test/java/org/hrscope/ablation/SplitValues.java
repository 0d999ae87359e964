package org.hrscope.ablation;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;

/// Invented inner values of which the peak is the sum, as a network's are.
public final class SplitValues {
    private SplitValues() {}

    /// Makes all heatmaps flat, as high as the parts of this joint's peak and `more`.
    public static float heatmaps(Shares of, int joint, Map<String, Tensor> values, float more) {
        PeakShares parts = of.at(joint, values);
        double sum = parts.bias() + more;
        for (double share : parts.shares().values()) sum += share;
        Shape shape = Objects.requireNonNull(values.get("heatmaps")).shape();
        float[] all = new float[Math.toIntExact(shape.count())];
        Arrays.fill(all, (float) sum);
        values.put("heatmaps", Tensor.of(shape, all));
        return (float) sum;
    }
}
