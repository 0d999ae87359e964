package org.hrscope.checkpoint;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.hrscope.domain.Shape;

/// One tensor of an open checkpoint. Values stay in the mapped file until read, and cannot be read once the
/// checkpoint is closed. Thread-safe.
public final class StoredTensor {
    private final Shape shape;
    private final Dtype dtype;
    private final ByteBuffer storage;
    private final long offset;
    private final long[] strides;
    private final boolean contiguous;

    /// @param storage        in the file's byte order
    /// @param offset,strides in values; [TensorCheck] has verified that they stay within the storage
    StoredTensor(Shape shape, Dtype dtype, ByteBuffer storage, long offset, long[] strides) {
        this.shape = shape;
        this.dtype = dtype;
        this.storage = storage;
        this.offset = offset;
        this.strides = strides.clone();
        this.contiguous = isContiguous(shape, strides);
    }

    public Shape shape() {
        return shape;
    }

    /// Reads values in row-major order, whatever the strides.
    ///
    /// @param from row-major index of the first value
    /// @param into filled completely
    public void read(long from, double[] into) {
        Objects.checkFromIndexSize(from, into.length, shape.count());
        if (contiguous) {
            dtype.read(storage, offset + from, into, 0, into.length);
            return;
        }
        for (int i = 0; i < into.length; i++) {
            dtype.read(storage, position(from + i), into, i, 1);
        }
    }

    /// Fast path for contiguous float32 tensors (nearly all of them), without the detour through double.
    ///
    /// @return false for any other tensor; nothing is read then
    public boolean readFloats(long from, float[] into) {
        if (!contiguous || dtype != Dtype.FLOAT32) return false;
        Objects.checkFromIndexSize(from, into.length, shape.count());
        int start = Math.toIntExact((offset + from) * Float.BYTES);
        ByteBuffer part = storage.slice(start, into.length * Float.BYTES).order(storage.order());
        part.asFloatBuffer().get(into);
        return true;
    }

    /// All values. For small tensors: this copies the tensor.
    public double[] toArray() {
        double[] all = new double[Math.toIntExact(shape.count())];
        read(0, all);
        return all;
    }

    private long position(long index) {
        long position = offset;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            position += index % shape.size(axis) * strides[axis];
            index /= shape.size(axis);
        }
        return position;
    }

    private static boolean isContiguous(Shape shape, long[] strides) {
        long expected = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            if (shape.size(axis) != 1 && strides[axis] != expected) return false;
            expected *= shape.size(axis);
        }
        return true;
    }
}
