package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Models exported by other programs: float16, free dimensions, external weights, and what is refused with its
/// reason.
class ForeignModelsTest {
    /// Every heatmap cell for an input of ones: 48 weights of 0.01 and a bias of 0.5.
    private static final float CELL = 48 * 0.01f + 0.5f;

    @TempDir Path folder;

    private PoseModel open(SmallModel model) throws IOException, Problem {
        return new ModelOpener(ModelProfile.EMPTY).open(model.write(folder.resolve("x.onnx")));
    }

    private static Heatmaps ones(PoseModel model) throws Problem {
        try (NetworkPass pass = model.pass()) {
            for (int i = 0; i < pass.input().capacity(); i++) pass.input().put(i, 1);
            return pass.run();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT", "FLOAT16"})
    void floatsAndHalvesGiveTheSame(String type) throws IOException, Problem {
        SmallModel small = new SmallModel(DataType.valueOf(type), 17, 1, 3, 64, 48);
        try (PoseModel model = open(small.output("heatmaps", 1, 17, 16, 12))) {
            Heatmaps maps = ones(model);
            assertThat(maps.joints()).isEqualTo(17);
            for (float value : maps.values()) assertThat(value).isCloseTo(CELL, within(2e-3f));
        }
    }

    /// The inspector's sessions, and the one that measures times.
    @Test
    void innerValuesOfHalvesAreFloats() throws IOException, Problem {
        SmallModel small = new SmallModel(DataType.FLOAT16, 17, 1, 3, 64, 48);
        small.graph().addNodeBuilder().setOpType("Relu").addInput("heatmaps").addOutput("out");
        small.output("out", 1, 17, 16, 12);
        try (PoseModel model = open(small)) {
            OnnxGraph graph = model.file().graph();
            Map<String, Tensor> seen = new HashMap<>();
            float[] ones = new float[3 * 64 * 48];
            java.util.Arrays.fill(ones, 1);
            Path file = folder.resolve("x.onnx");
            try (InnerSession session = InnerSession.of(file, graph, graph.values())) {
                session.feed(Tensor.of(Shape.of(1, 3, 64, 48), ones));
                seen.putAll(session.run(graph.values()));
                assertThat(seen).containsOnlyKeys("heatmaps", "out");
                assertThat(seen.get("heatmaps").get(5)).isCloseTo(CELL, within(2e-3f));
            }
            Frame frame = white(48, 64);
            CropGeometry crop =
                    CropGeometry.of(
                            BoundingBox.wholePicture(48, 64), model.info(), Decoder.QUARTER);
            try (InnerSession tapped = InnerSession.beside(model.file(), graph, graph.values())) {
                tapped.crop(frame, crop);
                Tensor inner = tapped.run(List.of("heatmaps")).get("heatmaps");
                assertThat(inner.shape()).isEqualTo(Shape.of(1, 17, 16, 12));
                assertThat(inner.get(8 * 12 + 6)).isCloseTo(CELL, within(2e-3f));
            }
            KernelTimes times =
                    KernelTimes.measure(model.file(), frame, crop, 1, _ -> true, folder);
            assertThat(times).isNotNull();
            assertThat(times.whole()).isPositive();
        }
    }

    private static Frame white(int width, int height) {
        return new FramePool()
                .frame(width, height, new Frame.Origin("w", 0, 0), ForeignModelsTest::fill);
    }

    private static void fill(ByteBuffer pixels) {
        while (pixels.hasRemaining()) pixels.put((byte) 255);
        pixels.rewind();
    }

    @Test
    void aFreeSizeIsAskedForAndTaken() throws IOException, Problem {
        SmallModel free = new SmallModel(DataType.FLOAT, 17, "n", 3, "h", "w");
        Path file = free.output("heatmaps", "n", 17, "h4", "w4").write(folder.resolve("x.onnx"));
        assertThatThrownBy(() -> new ModelOpener(ModelProfile.EMPTY).open(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("--size 256x192");
        ModelProfile size = new ModelProfile(Map.of("height", "96", "width", "64"));
        try (PoseModel model = new ModelOpener(size).open(file)) {
            assertThat(model.info().inputHeight()).isEqualTo(96);
            assertThat(model.info().heatmapHeight()).isEqualTo(24);
            assertThat(model.info().heatmapWidth()).isEqualTo(16);
            assertThat(ones(model).values()[0]).isCloseTo(CELL, within(1e-4f));
        }
        Files.writeString(folder.resolve("x.properties"), "height=64\nwidth=32\n");
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(file)) {
            assertThat(model.info().inputWidth()).isEqualTo(32);
        }
        Path fixed = SmallModel.floats(17).write(folder.resolve("fixed.onnx"));
        assertThatThrownBy(() -> new ModelOpener(size).open(fixed))
                .hasMessageContaining("only takes images of 64x48, not 96x64");
    }

    /// External weights are found beside the model, not in the working directory.
    @Test
    void weightsLieBesideTheModel() throws IOException, Problem {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        SmallModel small = SmallModel.floats(17).external("x.onnx.data", sub);
        Path file = small.write(sub.resolve("x.onnx"));
        Path decoy = Path.of("x.onnx.data");
        assertThat(decoy).doesNotExist();
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(file)) {
            Files.write(decoy, new byte[20_000]);
            assertThat(ones(model).values()[0]).isCloseTo(CELL, within(1e-4f));
            try (PoseModel plain = model.file().plain()) {
                assertThat(ones(plain).values()[0]).isCloseTo(CELL, within(1e-4f));
            }
            OnnxGraph graph = OnnxReader.read(file);
            InnerSession.of(file, graph, List.of("heatmaps")).close();
            InnerSession.beside(model.file(), graph, List.of("heatmaps")).close();
            Files.delete(sub.resolve("x.onnx.data"));
            assertThatThrownBy(() -> new ModelOpener(ModelProfile.EMPTY).open(file))
                    .hasMessageContaining("keeps its weights in x.onnx.data beside it");
        } finally {
            Files.deleteIfExists(decoy);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../x.data",
                "/tmp/x.data",
                "a/../../x.data",
                "C:\\x.data",
                "\\\\host\\x",
                "..\\x.data",
                "*/_ORT_MEM_ADDR_/*",
                ""
            })
    void weightsElsewhereAreNotTouched(String location) throws IOException {
        SmallModel small = SmallModel.floats(17);
        var weights = small.graph().getInitializerBuilder(0);
        weights.setDataLocation(ai.onnx.proto.OnnxMl.TensorProto.DataLocation.EXTERNAL);
        weights.clearRawData().addExternalDataBuilder().setKey("location").setValue(location);
        Path file = small.write(folder.resolve("x.onnx"));
        assertThatThrownBy(() -> new ModelOpener(ModelProfile.EMPTY).open(file).close())
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.key()).isIn("onnx.outside", "onnx.weights-missing"));
    }

    record Case(String name, Callable<SmallModel> model, String key, String says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static SmallModel with(DataType type, Object... sizes) {
        return new SmallModel(type, 17, sizes);
    }

    private static SmallModel secondInput() {
        SmallModel small = SmallModel.floats(17);
        small.graph().addInput(SmallModel.value("mask", DataType.FLOAT, 1));
        return small;
    }

    private static SmallModel twice(String second, Object... sizes) {
        SmallModel small = SmallModel.floats(17);
        var node = small.graph().addNodeBuilder().setOpType(second).addInput("heatmaps");
        node.addOutput("more");
        return small.output("more", sizes);
    }

    private static SmallModel changed(java.util.function.Consumer<SmallModel> change) {
        SmallModel small = SmallModel.floats(17);
        change.accept(small);
        return small;
    }

    private static SmallModel says(String key, String value) {
        return SmallModel.floats(17).says(key, value);
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "heatmaps with channels last",
                        () -> SmallModel.floats(17).transposed(0, 2, 3, 1),
                        "model.channels-last",
                        "turned is [1, 16, 12, 17]"),
                new Case(
                        "pictures with channels last",
                        () -> with(DataType.FLOAT, 1, 64, 48, 3).output("heatmaps"),
                        "model.",
                        ""),
                new Case("two inputs", () -> secondInput(), "model.inputs", "[image, mask]"),
                new Case(
                        "two outputs alike",
                        () -> twice("Relu", 1, 17, 16, 12),
                        "model.outputs",
                        "heatmaps [1, 17, 16, 12], more [1, 17, 16, 12]"),
                new Case(
                        "no outputs",
                        () -> changed(m -> m.graph().clearOutput()),
                        "model.no-outputs",
                        ""),
                new Case(
                        "an output of rank 5",
                        () ->
                                changed(m -> {
                                    m.graph().clearOutput();
                                    unsqueeze(m);
                                }),
                        "model.notPose",
                        "[1, 1, 17, 16, 12]"),
                new Case(
                        "no joints",
                        () ->
                                new SmallModel(DataType.FLOAT, 0, 1, 3, 64, 48)
                                        .output("heatmaps", 1, 0, 16, 12),
                        "model.",
                        ""),
                new Case("whole numbers in", () -> integers(), "model.numbers", "INT32"),
                new Case("joints too few", () -> says("joints", "mpii16"), "model.joints", "16"),
                new Case("joints as a number", () -> says("joints", "21"), "model.joints", "21"),
                new Case(
                        "joint names", () -> says("joint_names", "a,b"), "model.joints", "names 2"),
                new Case(
                        "associative embedding",
                        () -> SmallModel.floats(34),
                        "hrnet.grouping",
                        "17 heatmaps, and 17 tag maps"),
                new Case("a deviation of zero", () -> says("std", "1,0,1"), "model.std", "1,0,1"),
                new Case("a negative deviation", () -> says("std", "1,-1,1"), "model.std", ""),
                new Case("a mean of NaN", () -> says("mean", "0,NaN,0"), "model.profile", "NaN"),
                new Case("an empty mean", () -> says("mean", ""), "model.profile", ""),
                new Case(
                        "a huge picture",
                        () ->
                                with(DataType.FLOAT, 1, 3, 65536, 65536)
                                        .output("heatmaps", 1, 17, 16384, 16384),
                        "model.too-large",
                        "65536x65536"),
                new Case(
                        "an unknown operator",
                        () -> changed(m -> m.graph().getNodeBuilder(0).setOpType("Magic")),
                        "model.not-run",
                        "Magic"),
                new Case(
                        "operators of the future",
                        () ->
                                changed(m -> {
                                    m.model.clearOpsetImport();
                                    m.model.addOpsetImportBuilder().setVersion(999);
                                }),
                        "model.newer",
                        "(opset 999)"),
                new Case(
                        "a format of the future",
                        () -> changed(m -> m.model.setIrVersion(999)),
                        "model.newer",
                        "(IR 999)"),
                new Case("a loop", () -> twice("Loop", 1), "onnx.operator", "Loop"),
                new Case("very many nodes", () -> chain(10_001), "onnx.too-much", ""),
                new Case("a division that ends the process", () -> dividing(), "onnx.operator", ""),
                new Case(
                        "weights cut short",
                        () ->
                                changed(m ->
                                        m.graph()
                                                .getInitializerBuilder(0)
                                                .setRawData(ByteString.copyFrom(new byte[3]))),
                        "model.not-run",
                        ""));
    }

    private static void unsqueeze(SmallModel small) {
        var axes = ai.onnx.proto.OnnxMl.TensorProto.newBuilder().setName("axes").addDims(1);
        axes.setDataType(DataType.INT64.getNumber()).addInt64Data(0);
        small.graph().addInitializer(axes);
        small.graph()
                .addNodeBuilder()
                .setOpType("Unsqueeze")
                .addInput("heatmaps")
                .addInput("axes")
                .addOutput("more");
        small.output("more", 1, 1, 17, 16, 12);
    }

    private static SmallModel chain(int length) {
        SmallModel small = SmallModel.floats(17);
        for (int i = 0; i < length; i++) {
            var node = small.graph().addNodeBuilder().setOpType("Relu");
            node.addInput(i == 0 ? "heatmaps" : "x" + (i - 1)).addOutput("x" + i);
        }
        return small;
    }

    private static SmallModel dividing() {
        SmallModel small = SmallModel.floats(17);
        for (long value : new long[] {Long.MIN_VALUE, -1}) {
            var number = small.graph().addInitializerBuilder().setName("n" + value).addDims(1);
            number.setDataType(DataType.INT64.getNumber()).addInt64Data(value);
        }
        var node = small.graph().addNodeBuilder().setOpType("Div").addOutput("d");
        node.addInput("n" + Long.MIN_VALUE).addInput("n-1");
        return small;
    }

    private static SmallModel integers() {
        SmallModel small = SmallModel.floats(17);
        small.graph().setInput(0, SmallModel.value("whole", DataType.INT32, 1, 3, 64, 48));
        var cast = small.graph().addNodeBuilder().setOpType("Cast").addInput("whole");
        cast.addOutput("image")
                .addAttributeBuilder()
                .setName("to")
                .setI(1)
                .setType(AttributeType.INT);
        return small;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachIsRefusedWithItsReason(Case refused) throws Exception {
        Path file = refused.model.call().write(folder.resolve("x.onnx"));
        assertThatThrownBy(() -> new ModelOpener(ModelProfile.EMPTY).open(file).close())
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.key()).startsWith(refused.key))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(refused.says)
                .hasMessageNotContaining(".cc:")
                .hasMessageNotContaining("Error code");
    }

    @Test
    void aNumberThatIsNoneIsTold() throws IOException, Problem {
        SmallModel small = SmallModel.floats(17);
        small.graph().setInitializer(1, small.tensor("b", Float.NaN, 17));
        try (PoseModel model = open(small)) {
            assertThatThrownBy(() -> ones(model))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.key()).isEqualTo("model.not-finite"));
        }
    }

    /// One suitable output is used, whatever others there are.
    @Test
    void heatmapsAmongOtherOutputs() throws IOException, Problem {
        try (PoseModel model = open(twice("Flatten", 1, 17 * 16 * 12))) {
            assertThat(model.info().output()).isEqualTo("heatmaps");
            assertThat(ones(model).joints()).isEqualTo(17);
        }
    }

    /// An error that ONNX Runtime only finds during a run becomes a sentence, and the model can still be closed.
    @Test
    void aRunThatFailsIsASentence() throws IOException, Problem {
        SmallModel small = SmallModel.floats(17);
        small.graph().getOutputBuilder(0).setName("out");
        small.graph()
                .addNodeBuilder()
                .setOpType("Reshape")
                .addInput("heatmaps")
                .addInput("sizes")
                .addOutput("out");
        small.graph().addInput(SmallModel.value("unused", DataType.FLOAT, 1)).removeInput(1);
        var sizes = small.graph().addInitializerBuilder().setName("sizes").addDims(4);
        sizes.setDataType(DataType.INT64.getNumber());
        for (int size : new int[] {1, 17, 16, 13}) sizes.addInt64Data(size);
        Path file = small.write(folder.resolve("x.onnx"));
        assertThatThrownBy(
                        () -> {
                            try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(file)) {
                                ones(model);
                            }
                        })
                .isInstanceOf(Problem.class)
                .hasMessageNotContaining(".cc:");
    }

    @ParameterizedTest
    @CsvSource({"mean=\\\\uZZZZ", "mean=\\\\u12"})
    void aProfileThatIsNoneIsTold(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("p.properties"), text.replace("\\\\", "\\"));
        assertThatThrownBy(() -> ModelProfile.named(file.toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is not a properties file");
    }

    @Test
    void aProfileOfBytesOrWithoutEndIsTold() throws IOException {
        Path bytes = Files.write(folder.resolve("b.properties"), new byte[] {(byte) 0xff, 1});
        Path long2 = Files.write(folder.resolve("l.properties"), new byte[2 << 20]);
        for (Path file : List.of(bytes, long2)) {
            assertThatThrownBy(() -> ModelProfile.named(file.toString()))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("is not a properties file");
        }
        for (String none : List.of(folder.toString(), "\0", "no/such")) {
            assertThatThrownBy(() -> ModelProfile.named(none)).isInstanceOf(Problem.class);
        }
    }
}
