package org.hrscope.quantise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gains;
import org.hrscope.convert.GrownNetwork;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.file.Sha256;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.NetworkPass;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.ApartNetwork;
import org.hrscope.onnx.HalfNetwork;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxHead;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxRounder.Stored;
import org.hrscope.onnx.OnnxRounding;
import org.hrscope.onnx.OnnxWeights;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantiserTest {
    private static final QuantiseWish ANY =
            new QuantiseWish(1e9, Set.of(), false, RangeChoice.MIN_MAX, 8);

    @TempDir Path folder;

    private Path small(Version version) {
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 2));
        return RandomNetwork.write(
                new HrNetSpec(version, 8, 5, 1, 2, stages), 64, 96, folder.resolve("small.onnx"));
    }

    private static List<Sample> samples(ModelInfo info, int count) {
        Random random = new Random(5);
        List<Sample> samples = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            float[] values = new float[Math.toIntExact(info.inputShape().count())];
            for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
            samples.add(
                    new Sample(
                            Tensor.of(info.inputShape(), values),
                            CropGeometry.of(new BoundingBox(11, 7, 90, 61), info, info.decoder())));
        }
        return samples;
    }

    private static Quantised made(Path file, QuantiseWish wish)
            throws Problem, InterruptedException {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(file)) {
            return new Quantiser(model, wish, () -> {}).run(samples(model.info(), 5));
        }
    }

    private Path written(Quantised made) throws IOException {
        return Files.write(folder.resolve("whole.onnx"), made.bytes());
    }

    private static Map<String, Tensor> values(Path file, OnnxGraph graph, Tensor input)
            throws Problem {
        try (InnerSession session = InnerSession.of(file, graph, graph.values())) {
            session.feed(input);
            Map<String, Tensor> copies = new java.util.HashMap<>();
            session.run(graph.values())
                    .forEach((name, tensor) ->
                            copies.put(name, Tensor.of(tensor.shape(), tensor.toArray())));
            return copies;
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theGraphAndItsNamesStay(Version version) throws Exception {
        Path file = small(version);
        OnnxGraph old = OnnxReader.read(file);
        Quantised made = made(file, ANY);
        Path whole = written(made);
        OnnxGraph graph = OnnxReader.read(whole);
        assertThat(graph.nodes()).isEqualTo(old.nodes());
        assertThat(graph.weights()).containsAllEntriesOf(old.weights());
        assertThat(HrNetReader.declared(graph)).isEqualTo(HrNetReader.declared(old)).isPresent();
        assertThat(graph.metadata()).containsAllEntriesOf(old.metadata());
        assertThat(graph.metadata()).containsEntry("quantised_from", Sha256.of(file));
        assertThat(made.bytes().length).isLessThan((int) (Files.size(file) * 0.75));
    }

    /// What tries them out are copies in a temporary folder, whose names tell nobody anything.
    @Test
    void float16AndWeightsApartAreRefusedBeforeAnythingIsTried() throws Exception {
        Path file = small(Version.V1);
        Path half = HalfNetwork.of(file, folder.resolve("half.onnx"));
        Path apart = ApartNetwork.of(file, folder.resolve("apart.onnx"));
        assertThatThrownBy(() -> made(half, ANY))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("quantise.no-conv", Problem::key);
        assertThatThrownBy(() -> made(apart, ANY))
                .hasMessageContaining(apart + " keeps its weights in another file");
    }

    /// Its sums would be others: the person is told what to grow instead, before anything is written.
    @Test
    void whatIsQuantisedIsNotGrown() throws Exception {
        Path whole = written(made(small(Version.V1), ANY));
        HrNetSpec spec = HrNetReader.declared(OnnxReader.read(whole)).orElseThrow().spec();
        assertThatThrownBy(() -> GrownNetwork.plan(whole, 2 * spec.width(), spec.stages()))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("grow.quantised", Problem::key);
    }

    /// The old name is that of the rounded value, a multiple of its scale.
    @ParameterizedTest
    @EnumSource(Version.class)
    void innerValuesAreReadByTheirOldNames(Version version) throws Exception {
        Path file = small(version);
        Path whole = written(made(file, ANY));
        OnnxGraph old = OnnxReader.read(file);
        OnnxGraph graph = OnnxReader.read(whole);
        Tensor input;
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(whole)) {
            input = samples(model.info(), 1).getFirst().crop();
        }
        Map<String, Tensor> was = values(file, old, input);
        Map<String, Tensor> is = values(whole, graph, input);
        assertThat(is.keySet()).isEqualTo(was.keySet());
        int rounded = 0;
        for (String name : was.keySet()) {
            double noise = 0;
            double signal = 0;
            float[] exact = was.get(name).toArray();
            float[] near = is.get(name).toArray();
            OnnxRounding rounding = graph.roundings().get(name);
            for (int i = 0; i < exact.length; i++) {
                signal += (double) exact[i] * exact[i];
                noise += Math.pow(near[i] - exact[i], 2);
                if (rounding == null) continue;
                assertThat(rounding.rounded(near[i], 0)).isEqualTo(near[i]);
            }
            if (rounding != null) rounded++;
            assertThat(10 * Math.log10(signal / noise)).as(name).isGreaterThan(15);
        }
        assertThat(rounded).isGreaterThan(30);
    }

    @Test
    void weightsComeBackWithinHalfAStep() throws Exception {
        Path file = small(Version.V1);
        Path whole = written(made(file, ANY));
        Map<String, Tensor> was = OnnxWeights.read(file, name -> true);
        Map<String, Tensor> is = OnnxWeights.read(whole, was::containsKey);
        Map<String, OnnxRounding> roundings = OnnxReader.read(whole).roundings();
        assertThat(is.keySet()).isEqualTo(was.keySet());
        for (String name : was.keySet()) {
            // A bias takes back what the weights shift.
            if (name.endsWith("bias") && roundings.containsKey(name)) continue;
            Tensor exact = was.get(name);
            Tensor near = is.get(name);
            assertThat(near.shape()).isEqualTo(exact.shape());
            int each = Math.toIntExact(exact.shape().count() / exact.shape().size(0));
            for (int i = 0; i < exact.shape().count(); i++) {
                OnnxRounding rounding = roundings.get(name);
                float step = rounding == null ? 0 : rounding.scale(i / each);
                float slack = step * 0.5f + 2 * Math.ulp(exact.get(i));
                assertThat(near.get(i)).isCloseTo(exact.get(i), within(slack));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 127})
    void roundedWeightsDoNotShiftTheMeanOfAChannel(int most) throws Exception {
        Random random = new Random(3);
        float[] weights = new float[6 * 5 * 3 * 2];
        for (int i = 0; i < weights.length; i++) weights[i] = random.nextFloat() - 0.4f;
        float[] means = {0.7f, -1.3f, 5, 0, 11, 2.2f, -0.9f, 3, 1.7f, 0.1f};
        OnnxConvolution convolution =
                new OnnxConvolution(
                        "y",
                        "x",
                        "w",
                        Optional.of("b"),
                        List.of(1, 1),
                        List.of(1, 1),
                        List.of(0, 0, 0, 0),
                        "",
                        2);
        Tensor bias = Tensor.of(Shape.of(6), new float[] {1, -2, 0, 0.3f, 40, -7});
        OnnxKernel kernel =
                new OnnxKernel(convolution, Tensor.of(Shape.of(6, 5, 3, 2), weights), bias);
        List<Stored> stored =
                new WeightRounding(kernel, 0.011f, channel -> means[channel], most).stored("file");
        float[] scales = stored.getFirst().scales();
        IntBuffer wholeBias =
                ByteBuffer.wrap(stored.getLast().whole())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asIntBuffer();
        for (int output = 0; output < 6; output++) {
            double was = bias.get(output);
            double is = wholeBias.get(output) * 0.011 * scales[output];
            for (int i = 0; i < 30; i++) {
                double mean = means[output / 3 * 5 + i / 6];
                was += mean * weights[output * 30 + i];
                is += mean * scales[output] * stored.getFirst().whole()[output * 30 + i];
            }
            assertThat(is).isCloseTo(was, within(0.011 * scales[output]));
        }
    }

    /// One error there becomes a block of equal ones.
    @Test
    void whatIsEnlargedStaysFloatFirstTheLastBeforeTheOthers() throws Exception {
        WholeNodes nodes = new WholeNodes(OnnxReader.read(small(Version.V1)));
        String needed = "stage4.0.fuse_layers.0.2.narrow";
        Calibration nothing = new Calibration(Map.of(), Map.of(), Map.of(), Map.of());
        int[] trials = {0};
        Search search =
                new Search(
                        nodes,
                        nothing,
                        Map.of(),
                        kept -> {
                            trials[0]++;
                            return new Loss(List.of(), kept.contains(needed) ? 0.4 : 0.6, 0);
                        });
        Set<String> kept = search.from(nodes.heads(), 0.5).kept();
        assertThat(kept).contains(needed).doesNotContain("stage2.0.fuse_layers.0.1.narrow");
        assertThat(nodes.names()).containsAll(kept);
        assertThat(kept).doesNotContainAnyElementsOf(List.of("stage4.0.branches.0.0", "layer1.0"));
        assertThat(trials[0]).isLessThanOrEqualTo(3);
    }

    @Test
    void gainsOfOneChangeNoBit() throws Exception {
        Path whole = written(made(small(Version.V1), ANY));
        OnnxGraph graph = OnnxReader.read(whole);
        Tensor input;
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(whole)) {
            input = samples(model.info(), 1).getFirst().crop();
        }
        float[] plain = values(whole, graph, input).get("heatmaps").toArray();
        try (CutSession cut = CutSession.of(whole, graph, input.shape(), List.of())) {
            cut.feed(input);
            assertThat(cut.heatmaps(Gains.NONE).values()).isEqualTo(plain);
            // One enters a single sum, another everything behind it.
            for (String gate : List.of("stage3.0.fuse_layers.1.1", "stage3.0.fuse_layers.0.1")) {
                assertThat(cut.heatmaps(Gains.NONE.with(gate, 0)).values())
                        .as(gate)
                        .isNotEqualTo(plain);
            }
        }
    }

    @Test
    void whereAllStaysFloatTheNoiseThatRoundingWouldAddIsTold() throws Exception {
        QuantiseWish never = new QuantiseWish(-1, Set.of(), false, RangeChoice.AUTO, 8);
        Quantised made = made(small(Version.V1), never);
        assertThat(made.allFloat()).isTrue();
        assertThat(made.loss().pixels()).isZero();
        assertThat(made.noise().values()).anyMatch(decibels -> decibels < 60);
        // Ticked by somebody, one by one.
        Quantised ticked = made(folder.resolve("small.onnx"), never.only(made.noise().keySet()));
        assertThat(ticked.allFloat()).isTrue();
        assertThat(ticked.noise()).isEqualTo(made.noise());
    }

    @Test
    void aNodeThatIsToStayFloatDoes() throws Exception {
        Path file = small(Version.V1);
        Set<String> kept = Set.of("stem.conv1", "stage4.0.branches.0.1");
        Quantised made = made(file, new QuantiseWish(1e9, kept, false, RangeChoice.AUTO, 7));
        assertThat(made.kept()).containsAll(kept).contains("heatmaps");
        OnnxGraph graph = OnnxReader.read(written(made));
        assertThat(graph.roundings()).doesNotContainKeys("image", "stem.conv1.weight", "heatmaps");
        Tensor seven =
                OnnxWeights.read(folder.resolve("whole.onnx"), "stem.conv2.weight"::equals)
                        .get("stem.conv2.weight");
        float step = graph.roundings().get("stem.conv2.weight").scale(3);
        int each = Math.toIntExact(seven.shape().count() / seven.shape().size(0));
        float most = 0;
        for (int i = 3 * each; i < 4 * each; i++) most = Math.max(most, Math.abs(seven.get(i)));
        assertThat(most / step).isCloseTo(63, within(0.001f));
        assertThatThrownBy(() ->
                        made(file, new QuantiseWish(1, Set.of("nose"), false, RangeChoice.AUTO, 8)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.key()).isEqualTo("quantise.no-node"));
    }

    /// ONNX Runtime would round their weights by itself, with one scale for all channels.
    @Test
    void theRuntimeLeavesFloatLayersFloat() throws Exception {
        Path file = small(Version.V1);
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        for (var tensor : model.getGraphBuilder().getInitializerBuilderList()) {
            if (!tensor.getName().endsWith("weight") || tensor.getDims(0) < 8) continue;
            byte[] raw = tensor.getRawData().toByteArray();
            FloatBuffer weights =
                    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            // One channel that dwarfs the others.
            for (int i = 0; i < weights.capacity() / tensor.getDims(0); i++) {
                weights.put(i, weights.get(i) * 300);
            }
            tensor.setRawData(com.google.protobuf.ByteString.copyFrom(raw));
        }
        Files.write(file, model.build().toByteArray());
        WholeNodes nodes = new WholeNodes(OnnxReader.read(file));
        Set<String> convolutions = new java.util.HashSet<>(nodes.names());
        convolutions.removeIf(name -> nodes.convolution(name).isEmpty());
        Path whole =
                written(
                        made(
                                file,
                                new QuantiseWish(
                                        1e9, convolutions, false, RangeChoice.MIN_MAX, 8)));
        try (PoseModel live = new ModelOpener(ModelProfile.EMPTY).open(whole);
                NetworkPass pass = live.pass()) {
            Tensor input = samples(live.info(), 1).getFirst().crop();
            pass.input().put(0, input.values(), 0, pass.input().capacity());
            float[] is = pass.run().values();
            float[] asWritten =
                    values(whole, OnnxReader.read(whole), input).get("heatmaps").toArray();
            double noise = 0;
            double signal = 0;
            for (int i = 0; i < is.length; i++) {
                noise += Math.pow(is[i] - asWritten[i], 2);
                signal += Math.pow(asWritten[i], 2);
            }
            assertThat(Math.sqrt(noise / signal)).isLessThan(0.01);
        }
    }

    @Test
    void theFileTellsItsNoiseItsFloatsAndWhatWasThereBeforeRounding() throws Exception {
        Path file = small(Version.V1);
        Set<String> kept = Set.of("stage3.0.branches.1.0");
        Quantised made = made(file, new QuantiseWish(1e9, kept, false, RangeChoice.AUTO, 8));
        OnnxGraph graph = OnnxReader.read(written(made));
        assertThat(RoundedNetwork.of(OnnxReader.read(file))).isEmpty();
        RoundedNetwork told = RoundedNetwork.of(graph).orElseThrow();
        assertThat(told.decibels().keySet()).containsAll(made.noise().keySet());
        // The branch goes by the name of its last block too.
        assertThat(told.decibels().get("stage3.0.branches.0"))
                .isEqualTo(told.decibels().get("stage3.0.branches.0.0"));
        assertThat(told.exact()).containsKey("stage3.0.branches.0");
        assertThat(told.roundings()).containsKey("stage3.0.branches.0");
        made.noise()
                .forEach((name, decibels) ->
                        assertThat(told.decibels().get(name))
                                .as(name)
                                .isCloseTo(decibels, within(0.051)));
        assertThat(told.floats()).containsAll(made.kept()).contains("stage3.0.branches.1");
        assertThat(told.isFloat("stage3.0.branches.1.0", Set.of("stage3.0.branches.1.0"))).isTrue();
        assertThat(told.isFloat("stage3.0.branches.0.0", Set.of())).isFalse();
        String name = "stage3.0.branches.0.0";
        String exact = told.exact().get(name);
        try (InnerSession session =
                InnerSession.of(folder.resolve("whole.onnx"), graph, List.of(name, exact))) {
            session.feed(Tensor.of(Shape.of(1, 3, 64, 96), new float[3 * 64 * 96]));
            Map<String, Tensor> both = session.run(List.of(name, exact));
            OnnxRounding rounding = told.roundings().get(name);
            int between = 0;
            for (int i = 0; i < both.get(name).values().capacity(); i++) {
                float was = both.get(exact).get(i);
                float is = both.get(name).get(i);
                assertThat(rounding.rounded(was, 0)).isCloseTo(is, within(1e-5f));
                if (was != is) between++;
            }
            assertThat(between).isPositive();
        }
    }

    /// Wherever it is interrupted: at the first run, between trials, at the last.
    @ParameterizedTest
    @ValueSource(ints = {2, 8, 13, 19})
    void whatIsCancelledLeavesNothingBehind(int stopped) throws Exception {
        Path file = small(Version.V1);
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        int[] steps = {0};
        int[] most = {0};
        Runnable stop =
                () -> {
                    most[0] = Math.max(most[0], temporary.toFile().list().length);
                    if (++steps[0] == stopped) Thread.currentThread().interrupt();
                };
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(file)) {
            Quantiser quantiser = new Quantiser(model, ANY, stop, temporary);
            List<Sample> samples = samples(model.info(), 5);
            assertThatThrownBy(() -> quantiser.run(samples))
                    .isInstanceOf(InterruptedException.class);
        } finally {
            Thread.interrupted();
        }
        assertThat(most[0]).as("while it is tried").isEqualTo(stopped > 10 ? 1 : 0);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatIsQuantisedIsNotQuantisedAgain() throws Exception {
        Path whole = written(made(small(Version.V1), ANY));
        assertThatThrownBy(() -> made(whole, ANY))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.key()).isEqualTo("quantise.already"));
    }

    @Test
    void aQuantisedNetworkIsTaught() throws Exception {
        Path whole = written(made(small(Version.V1), ANY));
        OnnxHead head = OnnxHead.of(OnnxReader.read(whole)).orElseThrow();
        int channels = head.own().orElseThrow().shape().size(1);
        OnnxHead.Addition one =
                new OnnxHead.Addition(
                        List.of(new OnnxHead.Source(head.features(), channels, 1)),
                        List.of(new OnnxHead.Channel(new float[channels], 0)));
        Path taught = folder.resolve("taught.onnx");
        Files.write(taught, head.extended(whole, one, Map.of()));
        assertThat(joints(taught)).isEqualTo(joints(whole) + 1);
    }

    private static int joints(Path file) throws Problem {
        return Integer.parseInt(OnnxReader.read(file).outputs().getFirst().sizes().get(1));
    }

    @Test
    void weightsThatAreNoNumbersAreNamed() throws Exception {
        Path file = small(Version.V1);
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        for (var tensor : model.getGraphBuilder().getInitializerBuilderList()) {
            if (!tensor.getName().equals("stage2.0.branches.0.0.conv1.bias")) continue;
            byte[] raw = tensor.getRawData().toByteArray();
            raw[3] = (byte) 0x7f;
            raw[2] = (byte) 0xc0;
            tensor.setRawData(com.google.protobuf.ByteString.copyFrom(raw));
        }
        Files.write(file, model.build().toByteArray());
        assertThatThrownBy(() -> made(file, ANY))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.key()).isEqualTo("quantise.not-finite");
                            assertThat(p.arguments().get(1)).startsWith("stage2");
                        });
    }

    @Test
    void groupsStayWithinTheirRoom() {
        Map<String, Shape> shapes =
                Map.of(
                        "a",
                        Shape.of(1, 30_000_000),
                        "b",
                        Shape.of(1, 20_000_000),
                        "c",
                        Shape.of(7));
        assertThat(InnerValues.grouped(List.of("a", "b", "c"), shapes))
                .containsExactly(List.of("a"), List.of("b", "c"));
    }
}
