package org.hrscope.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.jspecify.annotations.Nullable;

/// A tensor in native memory that ONNX Runtime reads or writes in place; freed on close, not by the garbage
/// collector. A float16 model gets a second buffer, converted by [#push()] and [#pull()]. One thread at a time.
record PinnedTensor(Arena arena, Tensor tensor, OnnxTensor onnx, @Nullable ShortBuffer halves)
        implements AutoCloseable {

    /// @param type float or float16
    @SuppressWarnings("MustBeClosedChecker") // closed by close(), or here where nothing is made
    static PinnedTensor of(Shape shape, OnnxJavaType type) throws OrtException {
        Arena arena = Arena.ofShared(); // closed by whoever closes the model
        boolean made = false;
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            FloatBuffer values = bytes(arena, shape, Float.BYTES).asFloatBuffer();
            ShortBuffer halves = null;
            OnnxTensor onnx;
            long[] sizes = shape.sizes().stream().mapToLong(Integer::longValue).toArray();
            if (type == OnnxJavaType.FLOAT16) {
                halves = bytes(arena, shape, Short.BYTES).asShortBuffer();
                onnx = OnnxTensor.createTensor(environment, halves, sizes, type);
            } else {
                onnx = OnnxTensor.createTensor(environment, values, sizes);
            }
            made = true;
            return new PinnedTensor(arena, new Tensor(shape, values), onnx, halves);
        } finally {
            if (!made) arena.close();
        }
    }

    private static ByteBuffer bytes(Arena arena, Shape shape, int each) {
        return arena.allocate(Math.max(1, shape.count()) * each, each)
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }

    /// Makes the contents of [#tensor()] the next run's input.
    void push() {
        if (halves == null) return;
        FloatBuffer values = tensor.values();
        for (int i = 0; i < halves.capacity(); i++) {
            halves.put(i, Float.floatToFloat16(values.get(i)));
        }
    }

    /// Makes the last run's output the contents of [#tensor()].
    void pull() {
        if (halves == null) return;
        FloatBuffer values = tensor.values();
        for (int i = 0; i < halves.capacity(); i++) {
            values.put(i, Float.float16ToFloat(halves.get(i)));
        }
    }

    @Override
    public void close() {
        onnx.close();
        arena.close();
    }
}
