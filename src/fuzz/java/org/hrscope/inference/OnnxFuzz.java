package org.hrscope.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.Hammer;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged ONNX files through our own reader.
class OnnxFuzz {
    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        List<byte[]> seeds = new ArrayList<>(Models.small());
        seeds.add(SmallModel.floats(17).external("weights", folder).bytes());
        Path file = folder.resolve("fuzz.onnx");
        Hammer.run(
                "onnx",
                seeds,
                180_000,
                bytes -> {
                    Files.write(file, bytes);
                    OnnxGraph graph = OnnxReader.read(file);
                    graph.values();
                    graph.inputs().forEach(value -> value.shape(1));
                    HrNetReader.declared(graph);
                });
    }
}
