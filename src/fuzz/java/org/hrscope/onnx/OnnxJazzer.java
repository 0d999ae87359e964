package org.hrscope.onnx;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import org.hrscope.domain.Problem;

/// Hostile ONNX files: whatever the bytes, a sentence or a graph, quickly and in little memory.
class OnnxJazzer {
    private static final long LONGEST_NANOS = 5_000_000_000L;

    @FuzzTest(maxDuration = "10m")
    void read(byte[] bytes) {
        long start = System.nanoTime();
        try {
            OnnxGraph graph = OnnxReader.read("fuzz", ByteBuffer.wrap(bytes));
            graph.values();
            graph.inputs().forEach(v -> v.shape(1));
        } catch (Problem expected) {
            if (expected.getMessage().isEmpty()) throw new AssertionError("no sentence");
        }
        if (System.nanoTime() - start > LONGEST_NANOS) throw new AssertionError("too slow");
    }
}
