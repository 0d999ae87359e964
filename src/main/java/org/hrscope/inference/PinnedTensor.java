package org.hrscope.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.hrscope.model.Shape;
import org.hrscope.model.Tensor;

/// A tensor in native memory of its own that ONNX Runtime reads or writes in place; freed when it is closed, not when
/// the collector comes by. One thread, or one at a time where it is shared.
record PinnedTensor(Arena arena, Tensor tensor, OnnxTensor onnx) implements AutoCloseable {

    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    static PinnedTensor of(Shape shape) throws OrtException {
        return in(Arena.ofConfined(), shape);
    }

    /// To be used and closed on any thread, one at a time.
    @SuppressWarnings("MustBeClosedChecker") // closed by close()
    static PinnedTensor shared(Shape shape) throws OrtException {
        return in(Arena.ofShared(), shape);
    }

    /// @param arena closed by close(), or here where nothing is made
    private static PinnedTensor in(Arena arena, Shape shape) throws OrtException {
        try {
            FloatBuffer values =
                    arena.allocate(Math.max(1, shape.count()) * Float.BYTES, Float.BYTES)
                            .asByteBuffer()
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
            long[] sizes = shape.sizes().stream().mapToLong(Integer::longValue).toArray();
            OnnxTensor onnx =
                    OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, sizes);
            return new PinnedTensor(arena, new Tensor(shape, values), onnx);
        } catch (OrtException e) {
            arena.close();
            throw e;
        }
    }

    @Override
    public void close() {
        onnx.close();
        arena.close();
    }
}
