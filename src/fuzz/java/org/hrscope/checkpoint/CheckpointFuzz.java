package org.hrscope.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hrscope.Hammer;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged checkpoints: zip, legacy format, and bare pickles, which damage reaches more often.
class CheckpointFuzz {
    @TempDir private Path folder;

    @Test
    void files() throws IOException {
        List<byte[]> seeds =
                List.of(
                        Files.readAllBytes(tensors().writeZip(folder.resolve("zip"))),
                        Files.readAllBytes(tensors().writeLegacy(folder.resolve("legacy"))),
                        Files.readAllBytes(
                                tensors()
                                        .writeZip(
                                                folder.resolve("training"),
                                                (pickle, tensors) -> {
                                                    pickle.raw('}', '(').text("epoch").number(3);
                                                    pickle.text("state_dict");
                                                    tensors.run();
                                                    pickle.raw('u');
                                                })));
        Hammer.run("checkpoint", seeds, 130_000, CheckpointFuzz::open);
    }

    @Test
    void pickles() throws IOException {
        PickleWriter module = new PickleWriter();
        module.raw('}', '(').text("a.weight");
        module.tensor("FloatStorage", "0", 4, 0, List.of(2L, 2L), List.of(2L, 1L));
        module.text("odd").global("some.module", "Class").raw(')', 0x81).raw('}', 'b');
        List<byte[]> seeds =
                List.of(
                        pickle("FloatStorage", List.of(2L, 2L)),
                        pickle("HalfStorage", List.of(1L, 2L, 1L, 2L)),
                        module.raw('u').end());
        Hammer.run("pickle", seeds, 130_000, CheckpointFuzz::run);
    }

    private static byte[] pickle(String type, List<Long> sizes) {
        PickleWriter pickle = new PickleWriter().raw('}', '(');
        for (String name : List.of("conv1.weight", "module.bn1.bias")) {
            pickle.text(name).tensor(type, "0", 4, 0, sizes, TorchFile.strides(sizes));
        }
        return pickle.raw('u').end();
    }

    private static TorchFile tensors() {
        Map<String, Shape> shapes = new TreeMap<>();
        shapes.put("module.conv1.weight", Shape.of(2, 3, 3, 3));
        shapes.put("module.bn1.running_var", Shape.of(2));
        shapes.put("module.stage2.0.branches.0.0.conv1.weight", Shape.of(2, 2, 3, 3));
        shapes.put("module.final_layer.weight", Shape.of(3, 2, 1, 1));
        return TorchFile.random(shapes, 1);
    }

    private static void open(byte[] bytes) throws Problem {
        try {
            Map<String, Shape> shapes = new TreeMap<>();
            Checkpoint.read(ByteBuffer.wrap(bytes))
                    .forEach(
                            (name, tensor) -> {
                                shapes.put(name, tensor.shape());
                                values(tensor);
                            });
            recognise(shapes);
        } catch (BrokenCheckpoint e) {
            throw new Problem(e, e.key(), e.arguments(Path.of("fuzz")));
        }
    }

    /// The files hold no complete HRNet; finding that out is tested too.
    private static void recognise(Map<String, Shape> shapes) {
        try {
            HrNetReader.read("fuzz", shapes);
        } catch (Problem none) {
            // still read
        }
    }

    private static void run(byte[] pickle) throws Problem {
        try {
            PickleBudget budget = new PickleBudget();
            ByteBuffer storage = ByteBuffer.allocate(64);
            ByteCursor in = new ByteCursor(ByteBuffer.wrap(pickle), 0, budget);
            StateDict.of(new PickleMachine(in, budget).run())
                    .forEach((name, ref) -> values(TensorCheck.resolve(name, ref, storage)));
        } catch (BrokenCheckpoint e) {
            throw new Problem(e, e.key(), e.arguments(Path.of("fuzz")));
        }
    }

    private static void values(StoredTensor tensor) {
        if (tensor.shape().count() < 1 << 20) tensor.toArray();
    }
}
