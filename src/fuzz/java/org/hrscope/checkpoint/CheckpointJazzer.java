package org.hrscope.checkpoint;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;

/// Hostile checkpoints: whatever the bytes, a sentence or tensors, quickly and in little memory.
class CheckpointJazzer {
    private static final long LONGEST_NANOS = 5_000_000_000L;

    /// The first byte selects what the rest is: a whole file, a bare pickle (not protected by a checksum), or a
    /// zip's `data.pkl` with a storage beside it.
    @FuzzTest(maxDuration = "10m")
    void read(byte[] bytes) {
        if (bytes.length == 0) return;
        byte[] rest = java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
        long start = System.nanoTime();
        try {
            switch (bytes[0] & 3) {
                case 0 -> open(rest);
                case 1 -> open(join(TorchFile.legacyStart(), rest));
                default -> run(rest);
            }
        } catch (BrokenCheckpoint expected) {
            if (expected.key().isEmpty()) throw new AssertionError("no sentence");
        }
        if (System.nanoTime() - start > LONGEST_NANOS) throw new AssertionError("too slow");
    }

    private static void open(byte[] bytes) {
        Checkpoint.read(ByteBuffer.wrap(bytes)).values().forEach(CheckpointJazzer::read);
    }

    private static void run(byte[] pickle) {
        PickleBudget budget = new PickleBudget();
        ByteBuffer storage = ByteBuffer.allocate(64);
        ByteCursor in = new ByteCursor(ByteBuffer.wrap(pickle), 0, budget);
        StateDict.of(new PickleMachine(in, budget).run())
                .forEach((name, ref) -> read(TensorCheck.resolve(name, ref, storage)));
    }

    private static void read(StoredTensor tensor) {
        if (tensor.shape().count() < 1 << 20) tensor.toArray();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
