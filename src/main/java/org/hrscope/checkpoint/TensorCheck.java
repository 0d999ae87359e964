package org.hrscope.checkpoint;

import java.nio.ByteBuffer;
import java.util.List;
import org.hrscope.model.Shape;

/// Makes a readable tensor of what a pickle says, if every value of it lies within its storage.
final class TensorCheck {
    private static final int MOST_AXES = 8;

    private TensorCheck() {}

    static StoredTensor resolve(String name, TensorRef ref, ByteBuffer storage) {
        StorageRef part = ref.storage();
        if (part.first() + part.count() > storage.capacity() / part.dtype().bytes()) {
            throw new BrokenCheckpoint("checkpoint.storage-size", name, storage.capacity());
        }
        List<Long> sizes = ref.sizes();
        List<Long> strides = ref.strides();
        BrokenCheckpoint outside =
                new BrokenCheckpoint("checkpoint.tensor-outside", name, ref.storage().count());
        if (sizes.size() != strides.size() || sizes.size() > MOST_AXES || ref.offset() < 0) {
            throw outside;
        }
        try {
            long last = ref.offset();
            long count = 1;
            for (int axis = 0; axis < sizes.size(); axis++) {
                long size = sizes.get(axis);
                long stride = strides.get(axis);
                if (size < 0 || size > Integer.MAX_VALUE || stride < 0) throw outside;
                count = Math.multiplyExact(count, size);
                last = Math.addExact(last, Math.multiplyExact(Math.max(size - 1, 0), stride));
            }
            if (count > 0 && last >= ref.storage().count()) throw outside;
        } catch (ArithmeticException overflow) {
            throw outside;
        }
        return new StoredTensor(
                new Shape(sizes.stream().map(Long::intValue).toList()),
                ref.storage().dtype(),
                storage,
                Math.addExact(ref.storage().first(), ref.offset()),
                strides.stream().mapToLong(Long::longValue).toArray());
    }
}
