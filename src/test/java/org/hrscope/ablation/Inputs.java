package org.hrscope.ablation;

import java.util.Arrays;
import java.util.Random;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;

/// Inputs and comparisons for networks under test.
final class Inputs {
    private Inputs() {}

    static Tensor noise(int height, int width) {
        Random random = new Random(7);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return Tensor.of(Shape.of(1, 3, height, width), values);
    }

    /// max |difference| / max |expected|
    static double relative(float[] values, float[] expected) {
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            difference = Math.max(difference, Math.abs((double) values[i] - expected[i]));
            largest = Math.max(largest, Math.abs(expected[i]));
        }
        return values.length == expected.length
                ? difference / largest
                : throwUnlike(values, expected);
    }

    private static double throwUnlike(float[] values, float[] expected) {
        throw new AssertionError(Arrays.toString(new int[] {values.length, expected.length}));
    }
}
