package org.hrscope.convert;

import java.util.Random;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;

/// Fixed normalised noise as input for models without reference tensors.
public final class FixedInput {
    private static final long SEED = 20190225;

    private FixedInput() {}

    public static Tensor of(int height, int width) {
        Random random = new Random(SEED);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return Tensor.of(Shape.of(1, 3, height, width), values);
    }
}
