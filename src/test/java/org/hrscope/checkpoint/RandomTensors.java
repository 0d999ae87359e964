package org.hrscope.checkpoint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.hrscope.domain.Shape;

/// Random tensors for a checkpoint from a seed: weights that preserve signal strength, batch norms close to
/// identity.
public final class RandomTensors {
    private RandomTensors() {}

    public static Map<String, StoredTensor> of(Map<String, Shape> stateDict, long seed) {
        Random random = new Random(seed);
        Map<String, StoredTensor> tensors = new HashMap<>();
        stateDict.forEach((name, shape) -> tensors.put(name, tensor(name, shape, random)));
        return tensors;
    }

    private static StoredTensor tensor(String name, Shape shape, Random random) {
        float[] values = new float[Math.toIntExact(shape.count())];
        double spread = 0.1;
        double middle = 0;
        if (shape.rank() == 4) {
            spread = Math.sqrt(1.0 / (shape.size(1) * shape.size(2) * shape.size(3)));
        } else if (name.endsWith(".weight") || name.endsWith(".running_var")) {
            middle = 1;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (middle + random.nextGaussian() * spread);
        }
        long[] strides = new long[shape.rank()];
        long stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.size(axis);
        }
        ByteBuffer storage =
                ByteBuffer.allocateDirect(values.length * Float.BYTES)
                        .order(ByteOrder.nativeOrder());
        storage.asFloatBuffer().put(values);
        return new StoredTensor(shape, Dtype.FLOAT32, storage, 0, strides);
    }
}
