package org.hrscope.checkpoint;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Shape;

/// Turns a pickled tensor into a readable one, if every value lies within its storage.
final class TensorCheck {
    private static final int MOST_AXES = 8;

    /// Limit on values claimed per value stored, over all tensors: zero strides and shared storages can inflate a
    /// few bytes to any number.
    private static final long MOST_SHARED = 4;

    private static final long FREE_OF_CARE = 1 << 20;

    private TensorCheck() {}

    static StoredTensor resolve(String name, TensorRef ref, ByteBuffer storage) {
        StorageRef part = ref.storage();
        if (part.first() + part.count() > storage.capacity() / part.dtype().bytes()) {
            throw new BrokenCheckpoint("checkpoint.storage-size", name, storage.capacity());
        }
        List<Long> sizes = ref.sizes();
        List<Long> strides = ref.strides();
        int rank = sizes.size();
        if (rank != strides.size() || rank > MOST_AXES || ref.offset() < 0)
            throw outside(name, part);
        int[] shape = new int[rank];
        long[] steps = new long[rank];
        try {
            long last = ref.offset();
            long count = 1;
            for (int axis = 0; axis < rank; axis++) {
                shape[axis] = Math.toIntExact(sizes.get(axis));
                steps[axis] = strides.get(axis);
                if (shape[axis] < 0 || steps[axis] < 0) throw outside(name, part);
                count = Math.multiplyExact(count, shape[axis]);
                long end = Math.multiplyExact((long) Math.max(shape[axis] - 1, 0), steps[axis]);
                last = Math.addExact(last, end);
            }
            if (count > 0 && last >= part.count()) throw outside(name, part);
        } catch (ArithmeticException overflow) {
            throw outside(name, part);
        }
        // An empty tensor reads nothing, whatever its offset.
        long offset = Shape.of(shape).count() == 0 ? 0 : part.first() + ref.offset();
        return new StoredTensor(Shape.of(shape), part.dtype(), storage, offset, steps);
    }

    /// @throws BrokenCheckpoint if far more values are claimed than stored
    static void together(Collection<TensorRef> refs, Collection<StoredTensor> tensors) {
        Map<String, Long> stored = new HashMap<>();
        refs.forEach(ref -> stored.merge(ref.storage().key(), ref.storage().elements(), Math::max));
        double there = stored.values().stream().mapToDouble(Long::doubleValue).sum();
        double claimed = tensors.stream().mapToDouble(tensor -> tensor.shape().count()).sum();
        if (claimed > MOST_SHARED * there + FREE_OF_CARE) {
            throw new BrokenCheckpoint("checkpoint.too-much");
        }
    }

    private static BrokenCheckpoint outside(String name, StorageRef part) {
        return new BrokenCheckpoint("checkpoint.tensor-outside", name, part.count());
    }
}
