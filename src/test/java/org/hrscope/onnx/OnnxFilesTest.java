package org.hrscope.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Writing, reading, exposing inner values, and invalid files.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OnnxFilesTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private static byte[] small(boolean freeBatch) throws IOException {
        OnnxFileWriter file = new OnnxFileWriter("small", freeBatch);
        file.input("x", Shape.of(1, 3, 8, 8));
        file.weights("w", Shape.of(2, 3, 1, 1), to -> to.put(new float[] {1, 2, 3, 4, 5, 6}));
        file.node("Conv", List.of("x", "w"), "y", Map.of("pads", List.of(0, 0, 0, 0)));
        file.node("Relu", List.of("y"), "z", Map.of());
        file.inner("y", Shape.of(1, 2, 8, 8));
        file.output("z", Shape.of(1, 2, 8, 8));
        file.metadata("joints", () -> "骨架");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(Channels.newChannel(out));
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsWhatProtobufReads() throws IOException, Problem {
        byte[] bytes = small(false);
        ModelProto model = ModelProto.parseFrom(bytes);
        assertThat(model.getUnknownFields().asMap()).isEmpty();
        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getGraph().getName()).isEqualTo("small");
        ByteBuffer values =
                model.getGraph()
                        .getInitializer(0)
                        .getRawData()
                        .asReadOnlyByteBuffer()
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        assertThat(values.getFloat(20)).isEqualTo(6);
        OnnxGraph graph = OnnxReader.read("small", ByteBuffer.wrap(bytes));
        assertThat(graph.opset()).isEqualTo(17);
        assertThat(graph.inputs()).hasToString("[x: float 1x3x8x8]");
        assertThat(graph.outputs()).hasToString("[z: float 1x2x8x8]");
        assertThat(graph.values()).containsExactly("y", "z");
        assertThat(graph.weights()).isEqualTo(Map.of("w", Shape.of(2, 3, 1, 1)));
        assertThat(graph.metadata()).isEqualTo(Map.of("joints", "骨架"));
        assertThat(graph.nodes().getFirst().attributes()).isEqualTo(Map.of("pads", "0,0,0,0"));
    }

    /// Map.of iterates in another order in each JVM.
    @Test
    void theOrderOfAMapLeavesNoTrace() throws IOException {
        List<byte[]> files = new java.util.ArrayList<>();
        for (List<String> order : List.of(List.of("a", "b", "c"), List.of("c", "a", "b"))) {
            Map<String, Object> attributes = new java.util.LinkedHashMap<>();
            order.forEach(name -> attributes.put(name, 1));
            OnnxFileWriter file = new OnnxFileWriter("small", false);
            file.node("Conv", List.of("x"), "y", attributes);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.write(Channels.newChannel(out));
            files.add(out.toByteArray());
        }
        assertThat(files.get(0)).isEqualTo(files.get(1));
    }

    @Test
    void aFreeBatchHasAName() throws IOException, Problem {
        OnnxGraph graph = OnnxReader.read("small", ByteBuffer.wrap(small(true)));
        assertThat(graph.inputs()).hasToString("[x: float batchx3x8x8]");
        assertThat(graph.inputs().getFirst().shape(5)).contains(Shape.of(5, 3, 8, 8));
    }

    @Test
    void tooFewValuesAreNotWritten() {
        OnnxFileWriter file = new OnnxFileWriter("small", false);
        file.weights("w", Shape.of(2), to -> to.put(1));
        assertThatThrownBy(() -> file.write(Channels.newChannel(new ByteArrayOutputStream())))
                .hasMessage("w lacks 1");
    }

    @Test
    void theBundledModelIsRead() throws Problem {
        OnnxGraph graph = OnnxReader.read(BUNDLED);
        assertThat(graph.inputs()).hasToString("[image: float 1x3x256x192]");
        assertThat(graph.values()).contains("stem.conv1", "stage4.0.fused.0", "heatmaps");
        assertThat(graph.metadata()).containsEntry("joints", "coco17");
        assertThat(graph.weights()).containsEntry("heatmaps.weight", Shape.of(17, 16, 1, 1));
    }

    /// Protobuf merges the tail into the model: nothing is lost, and the outputs are there.
    @Test
    void innerValuesBecomeOutputs() throws Problem, IOException {
        OnnxGraph graph = OnnxReader.read(BUNDLED);
        ByteBuffer bytes =
                new OnnxOutputs(graph, List.of("layer1.0", "heatmaps", "layer1.0"))
                        .of(BUNDLED, Arena.ofAuto());
        ModelProto exposed = ModelProto.parseFrom(bytes);
        ModelProto before = ModelProto.parseFrom(Files.readAllBytes(BUNDLED));
        assertThat(exposed.getGraph().getOutputList())
                .extracting(o -> o.getName())
                .containsExactly("heatmaps", "layer1.0");
        assertThat(exposed.getGraph().getNodeList()).isEqualTo(before.getGraph().getNodeList());
        assertThatThrownBy(
                        () -> new OnnxOutputs(graph, List.of("layer9")).of(BUNDLED, Arena.ofAuto()))
                .hasMessage(
                        BUNDLED
                                + " has no inner value named layer9. The nearest names: layer1, layer1.0,"
                                + " layer1.1, layer1.2, layer1.3. The command describe lists all.");
    }

    record Case(String name, Supplier<byte[]> bytes, String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        String notOne =
                " is not an ONNX file, or it is damaged. Choose another, or download it again.";
        String tooMuch =
                " declares far more than a pose network needs; HRScope stopped reading. Choose another file.";
        return Stream.of(
                new Case("empty", () -> new byte[0], notOne),
                new Case("text", () -> "this is no model".getBytes(), notOne),
                new Case("cut off", () -> Arrays.copyOf(bundled(), 1_000_000), notOne),
                new Case(
                        "cut off in the middle of the nodes",
                        () -> Arrays.copyOf(bundled(), 5_000),
                        notOne),
                new Case(
                        "no nodes",
                        () -> ModelProto.newBuilder().setIrVersion(8).build().toByteArray(),
                        notOne),
                new Case(
                        "a length beyond the file",
                        () -> new byte[] {0x3a, -1, -1, -1, -1, 7, 0},
                        notOne),
                new Case(
                        "a negative length",
                        () -> new byte[] {0x3a, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
                        notOne),
                new Case("a weight of a negative size", () -> sized(-1), notOne),
                new Case(
                        "a weight whose count overflows",
                        () -> sized(1L << 31, 1L << 31, 1L << 31),
                        notOne),
                new Case(
                        "a weight of too many values",
                        () -> sized(1 << 30, 1 << 30, 1 << 30),
                        notOne),
                new Case("two million empty nodes", () -> nested(1, 2_000_000), tooMuch),
                new Case("graphs in graphs in graphs", OnnxFilesTest::deep, tooMuch));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachHasItsOwnSentence(Case broken) throws IOException {
        Path file = Files.write(folder.resolve("x.onnx"), broken.bytes.get());
        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(Problem.class)
                .hasMessage(file + broken.sentence);
    }

    @Test
    void everyCutAndManyFlipsEndInASentence() throws IOException {
        byte[] good = small(false);
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < good.length * 8; i++) {
            byte[] bad = good.clone();
            bad[i / 8] ^= (byte) (1 << i % 8);
            if (random.nextInt(4) == 0) bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            try {
                OnnxReader.read("x", ByteBuffer.wrap(bad));
                read++;
            } catch (Problem expected) {
                assertThat(expected.key()).startsWith("onnx.");
            }
        }
        assertThat(read).isPositive();
    }

    private static byte[] bundled() {
        try {
            return Files.readAllBytes(BUNDLED);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sized(long... sizes) {
        ModelProto.Builder model = ModelProto.newBuilder();
        model.getGraphBuilder().addNodeBuilder().setOpType("Relu");
        var tensor = model.getGraphBuilder().addInitializerBuilder().setName("w");
        for (long size : sizes) tensor.addDims(size);
        return model.build().toByteArray();
    }

    /// A graph of `count` empty messages, two bytes each.
    private static byte[] nested(int field, int count) {
        byte[] graph = new byte[count * 2];
        for (int i = 0; i < count; i++) graph[2 * i] = (byte) (field << 3 | 2);
        ByteString.Output out = ByteString.newOutput();
        out.write(0x3a);
        int length = graph.length;
        while (length > 0x7f) {
            out.write(length & 0x7f | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.write(graph, 0, graph.length);
        return out.toByteString().toByteArray();
    }

    /// node.attribute.g.node.attribute.g ..., a thousand deep.
    private static byte[] deep() {
        byte[] inner = {};
        int[] fields = {7, 1, 5, 6, 1, 5, 6};
        for (int i = 0; i < 1000; i++) {
            int field = i == 999 ? 7 : fields[(999 - i - 1) % 3 + 1];
            var out = ByteString.newOutput();
            out.write(field << 3 | 2);
            int length = inner.length;
            while (length > 0x7f) {
                out.write(length & 0x7f | 0x80);
                length >>>= 7;
            }
            out.write(length);
            out.write(inner, 0, inner.length);
            inner = out.toByteString().toByteArray();
        }
        return inner;
    }
}
