package org.hrscope.checkpoint;

import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The legacy format, used by the MMPose zoo: five pickles (magic number, protocol 1001, system info, the object,
/// the storage keys), then for each key an 8-byte count and that many values. Always little-endian: PyTorch
/// byte-swaps when writing.
final class LegacyArchive implements Archive {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final Long PROTOCOL = 1001L;

    private final Object root;
    private final Map<String, MemorySegment> storages = new HashMap<>();

    LegacyArchive(MemorySegment file, PickleBudget budget) {
        ByteCursor in = new ByteCursor(file, 0, budget);
        expect(MAGIC.equals(new PickleMachine(in, budget).run()));
        expect(PROTOCOL.equals(new PickleMachine(in, budget).run()));
        new PickleMachine(in, budget).run();
        PickleMachine object = new PickleMachine(in, budget);
        this.root = object.run();
        expect(
                new PickleMachine(in, budget).run() instanceof List<?> keys
                        && readAll(in, keys, object));
    }

    @Override
    public Object root() {
        return root;
    }

    @Override
    public ByteBuffer bytes(StorageRef storage) {
        MemorySegment all = storages.get(storage.key());
        if (all == null) throw new BrokenCheckpoint("checkpoint.part-missing", storage.key());
        if (all.byteSize() > Integer.MAX_VALUE) throw new BrokenCheckpoint("checkpoint.too-much");
        return all.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    private boolean readAll(ByteCursor in, List<?> keys, PickleMachine object) {
        for (Object key : keys) {
            // Never hash a container: one that contains itself has no hash.
            Dtype type = key instanceof String ? object.storageTypes().get(key) : null;
            if (type == null) return false;
            long count = in.i64();
            if (count < 0 || count > Long.MAX_VALUE / type.bytes()) {
                throw new BrokenCheckpoint("checkpoint.cut-off", in.position());
            }
            storages.put((String) key, in.slice(count * type.bytes()));
        }
        return true;
    }

    private static void expect(boolean holds) {
        if (!holds) throw new BrokenCheckpoint("checkpoint.not-one");
    }
}
