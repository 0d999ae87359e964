package org.hrscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dtypes, byte orders, strides, shared storages and names.
class CheckpointTest {
    @TempDir Path folder;

    private static byte[] bytes(ByteOrder order, Consumer<ByteBuffer> content) {
        ByteBuffer buffer = ByteBuffer.allocate(32).order(order);
        content.accept(buffer);
        byte[] bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return bytes;
    }

    private Path file(PickleWriter pickle, byte[] storage, String order) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("x/data.pkl", pickle.end());
        parts.put("x/byteorder", order.getBytes());
        parts.put("x/data/0", storage);
        return TorchFile.zip(folder.resolve("x.pth"), parts);
    }

    private double[] read(String type, byte[] storage, String order) throws IOException, Problem {
        PickleWriter pickle =
                new PickleWriter()
                        .raw('}')
                        .text("x")
                        .tensor(type, "0", 3, 0, List.of(3L), List.of(1L))
                        .raw('s');
        try (Checkpoint checkpoint = Checkpoint.open(file(pickle, storage, order))) {
            return checkpoint.tensors().get("x").toArray();
        }
    }

    @ParameterizedTest
    @CsvSource({"little", "big"})
    void everyNumberType(String order) throws IOException, Problem {
        ByteOrder bytes = order.equals("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        double[] wanted = {1, -2, 0.5};
        assertThat(
                        read(
                                "DoubleStorage",
                                bytes(bytes, b -> b.putDouble(1).putDouble(-2).putDouble(0.5)),
                                order))
                .isEqualTo(wanted);
        assertThat(
                        read(
                                "FloatStorage",
                                bytes(bytes, b -> b.putFloat(1).putFloat(-2).putFloat(0.5f)),
                                order))
                .isEqualTo(wanted);
        short[] halves = {0x3c00, (short) 0xc000, 0x3800};
        assertThat(read("HalfStorage", bytes(bytes, b -> shorts(b, halves)), order))
                .isEqualTo(wanted);
        short[] brains = {0x3f80, (short) 0xc000, 0x3f00};
        assertThat(read("BFloat16Storage", bytes(bytes, b -> shorts(b, brains)), order))
                .isEqualTo(wanted);
        double[] whole = {1, -2, 300};
        assertThat(
                        read(
                                "LongStorage",
                                bytes(bytes, b -> b.putLong(1).putLong(-2).putLong(300)),
                                order))
                .isEqualTo(whole);
        assertThat(read("IntStorage", bytes(bytes, b -> b.putInt(1).putInt(-2).putInt(300)), order))
                .isEqualTo(whole);
        assertThat(
                        read(
                                "ShortStorage",
                                bytes(bytes, b -> shorts(b, (short) 1, (short) -2, (short) 300)),
                                order))
                .isEqualTo(whole);
        assertThat(read("CharStorage", new byte[] {1, -2, 3}, order))
                .isEqualTo(new double[] {1, -2, 3});
        assertThat(read("ByteStorage", new byte[] {1, -2, 3}, order))
                .isEqualTo(new double[] {1, 254, 3});
        assertThat(read("BoolStorage", new byte[] {1, 0, 1}, order))
                .isEqualTo(new double[] {1, 0, 1});
    }

    private static void shorts(ByteBuffer to, short... values) {
        for (short value : values) to.putShort(value);
    }

    @Test
    void tensorsShareAStorageAndSeeItThroughTheirStrides() throws IOException, Problem {
        byte[] storage =
                bytes(
                        ByteOrder.LITTLE_ENDIAN,
                        b -> {
                            for (int i = 0; i < 6; i++) b.putFloat(i);
                        });
        PickleWriter pickle = new PickleWriter().raw('}', '(');
        pickle.text("rows").tensor("FloatStorage", "0", 6, 0, List.of(2L, 3L), List.of(3L, 1L));
        pickle.text("turned").tensor("FloatStorage", "0", 6, 0, List.of(3L, 2L), List.of(1L, 3L));
        pickle.text("last").tensor("FloatStorage", "0", 6, 4, List.of(2L), List.of(1L));
        pickle.text("spread").tensor("FloatStorage", "0", 6, 5, List.of(2L, 2L), List.of(0L, 0L));
        pickle.text("scalar").tensor("FloatStorage", "0", 6, 3, List.of(), List.of());
        pickle.text("none")
                .tensor("FloatStorage", "0", 6, 1L << 40, List.of(0L, 5L), List.of(5L, 1L));
        try (Checkpoint checkpoint = Checkpoint.open(file(pickle.raw('u'), storage, "little"))) {
            var tensors = checkpoint.tensors();
            assertThat(tensors.get("rows").toArray()).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(tensors.get("turned").toArray()).containsExactly(0, 3, 1, 4, 2, 5);
            assertThat(tensors.get("last").toArray()).containsExactly(4, 5);
            assertThat(tensors.get("spread").toArray()).containsExactly(5, 5, 5, 5);
            assertThat(tensors.get("scalar").toArray()).containsExactly(3);
            assertThat(tensors.get("none").toArray()).isEmpty();
            double[] middle = new double[2];
            tensors.get("turned").read(2, middle);
            assertThat(middle).containsExactly(1, 4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "conv1.weight,conv1.weight",
        "module.conv1.weight,conv1.weight",
        "module.backbone.layer1.0.bn1.bias,layer1.0.bn1.bias",
        "backbone.stage2.0.branches.0.0.conv1.weight,stage2.0.branches.0.0.conv1.weight",
        "head.final_layer.weight,final_layer.weight",
        "keypoint_head.final_layer.bias,final_layer.bias",
        "head.conv_layers.1.running_var,head.conv_layers.1.running_var",
        "keypoint_head.final_layer.0.weight,head.conv_layers.0.weight",
        "keypoint_head.final_layer.1.running_mean,head.conv_layers.1.running_mean",
        "keypoint_head.final_layer.3.bias,final_layer.bias",
        "module.head.3.weight,final_layer.weight",
        "module.head.1.num_batches_tracked,head.conv_layers.1.num_batches_tracked",
        "head.deconv_layers.0.weight,head.deconv_layers.0.weight"
    })
    void namesAreThoseOfTheOfficialCode(String written, String official) {
        assertThat(NetworkNames.officialName(written)).isEqualTo(official);
    }

    /// What PyTorch and MMPose store beside the weights is ignored.
    @Test
    void metadataWithArraysIsSteppedOver() throws IOException, Problem {
        PickleWriter pickle = new PickleWriter().raw('}', '(').text("meta").raw('}').text("sigmas");
        pickle.global("numpy.core.multiarray", "_reconstruct").raw('(');
        pickle.global("numpy", "ndarray").raw('K', 0, 0x85).raw('C', 1, 'b').raw('t', 'R', '(');
        pickle.number(1)
                .global("numpy", "dtype")
                .raw('(')
                .text("f8")
                .raw('t', 'R')
                .raw('C', 2, 7, 7);
        pickle.raw('t', 'b', 's').text("optimizer").raw('}').text("state_dict").raw('}').text("x");
        pickle.tensor("FloatStorage", "0", 1, 0, List.of(1L), List.of(1L)).raw('s', 'u');
        byte[] storage = bytes(ByteOrder.LITTLE_ENDIAN, b -> b.putFloat(7));
        try (Checkpoint checkpoint = Checkpoint.open(file(pickle, storage, "little"))) {
            assertThat(checkpoint.shapes()).isEqualTo(Map.of("x", Shape.of(1)));
            assertThat(checkpoint.tensors().get("x").toArray()).containsExactly(7);
        }
    }

    @Test
    void bothSerialisationsOfTheTestsOwnWriter() throws IOException, Problem {
        TorchFile file = new TorchFile().add("a", Shape.of(2, 1), 1, 2).add("b", Shape.of(), 3);
        for (Path path :
                List.of(
                        file.writeZip(folder.resolve("z.pth")),
                        file.writeLegacy(folder.resolve("l.pth")))) {
            try (Checkpoint checkpoint = Checkpoint.open(path)) {
                assertThat(checkpoint.tensors().get("a").toArray()).containsExactly(1, 2);
                assertThat(checkpoint.tensors().get("b").toArray()).containsExactly(3);
            }
        }
    }
}
