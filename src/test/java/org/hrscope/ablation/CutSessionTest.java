package org.hrscope.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hrscope.Shared;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.FreeSizes;
import org.hrscope.onnx.HalfNetwork;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Gains do what they say: nothing at 1, and else what a network with other weights does.
class CutSessionTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private Path small(Version version) {
        HrNetSpec spec =
                new HrNetSpec(
                        version,
                        8,
                        5,
                        1,
                        2,
                        List.of(new Stage(1, 1), new Stage(2, 1), new Stage(2, 2)));
        return RandomNetwork.write(spec, 64, 96, folder.resolve(version + ".onnx"));
    }

    private static float[] plain(Path file, Tensor input) throws Problem {
        OnnxGraph graph = OnnxReader.read(file);
        try (InnerSession session = InnerSession.of(file, graph, List.of())) {
            session.feed(input);
            return session.run(List.of("heatmaps")).get("heatmaps").toArray();
        }
    }

    private static CutSession open(Path file, String... inner) throws Problem {
        OnnxGraph graph = OnnxReader.read(file);
        Shape input = graph.inputs().getFirst().shape(0).orElseThrow();
        return CutSession.of(file, graph, input, List.of(inner));
    }

    /// The same network with some stored tensors made another.
    private Path edited(Path file, Function<TensorProto, TensorProto> edit) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        var graph = model.getGraphBuilder();
        List<TensorProto> tensors = graph.getInitializerList().stream().map(edit).toList();
        graph.clearInitializer().addAllInitializer(tensors);
        return Files.write(folder.resolve("edited.onnx"), model.build().toByteArray());
    }

    private static TensorProto zeroed(TensorProto tensor) {
        return tensor.toBuilder()
                .setRawData(ByteString.copyFrom(new byte[tensor.getRawData().size()]))
                .build();
    }

    @Test
    void gainsOfOneChangeNoBit() throws Problem {
        Tensor input = Inputs.noise(256, 192);
        try (CutSession session = open(BUNDLED)) {
            session.feed(input);
            assertThat(session.heatmaps(Gains.NONE).values()).isEqualTo(plain(BUNDLED, input));
            // Nor after others.
            assertThat(session.heatmaps(Gains.NONE.with("layer1.2", 0.25f)).values())
                    .isNotEqualTo(plain(BUNDLED, input));
            assertThat(session.heatmaps(Gains.NONE).values()).isEqualTo(plain(BUNDLED, input));
        }
    }

    @Test
    void anHrNetOfAFreeInputSizeHasItsGates() throws Exception {
        Path free = FreeSizes.of(BUNDLED, folder.resolve("free.onnx"));
        OnnxGraph graph = OnnxReader.read(free);
        ModelFile file;
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).open(free)) {
            file = model.file();
        }
        Tensor input = Inputs.noise(256, 192);
        try (CutSession fixed = open(BUNDLED);
                CutSession alone = CutSession.of(free, graph, input.shape(), List.of());
                CutSession beside = CutSession.beside(file, List.of())) {
            Gains cut = Gains.NONE.with(fixed.gates().paths().getLast().name(), 0);
            fixed.feed(input);
            for (CutSession session : List.of(alone, beside)) {
                assertThat(session.gates().all()).isEqualTo(fixed.gates().all());
                session.feed(input);
                assertThat(session.heatmaps(cut).values()).isEqualTo(fixed.heatmaps(cut).values());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void float16TakesGainsToo(Version version) throws Problem, IOException {
        Path file = HalfNetwork.of(small(version), folder.resolve("half.onnx"));
        Tensor input = Inputs.noise(64, 96);
        try (CutSession session = open(file)) {
            session.feed(input);
            float[] whole = plain(file, input);
            assertThat(session.heatmaps(Gains.NONE).values()).isEqualTo(whole);
            Gate path = session.gates().paths().getLast();
            assertThat(session.heatmaps(Gains.NONE.with(path.name(), 0)).values())
                    .isNotEqualTo(whole);
        }
    }

    @Test
    void whatPyTorchGives() throws Problem {
        Path checkpoint = Shared.file("reference/hrnet_w8_official.pth");
        Path onnx = folder.resolve("w8.onnx");
        new CheckpointImport().run(checkpoint, onnx, ImportOptions.NONE);
        Map<String, Tensor> expected = NpzReader.read(Shared.file("reference/gates_w8.npz"));
        try (CutSession session = open(onnx)) {
            assertThat(session.gates().paths()).hasSize(53);
            session.feed(
                    NpzReader.read(Shared.file("reference/hrnet_w8_taps.npz"), "input")
                            .orElseThrow());
            for (Map.Entry<String, Tensor> each : expected.entrySet()) {
                Gains gains =
                        each.getKey().equals("plain")
                                ? Gains.NONE
                                : Gains.parse(List.of(each.getKey().replace('*', '=')));
                double off =
                        Inputs.relative(
                                session.heatmaps(gains).values(), each.getValue().toArray());
                System.out.printf("gates_w8 %s: %.1e%n", each.getKey(), off);
                assertThat(off).as(each.getKey()).isLessThan(1e-4);
            }
        }
        assertThat(expected).hasSize(15);
    }

    /// A path that is cut is a path whose last convolution has no weights.
    @ParameterizedTest
    @EnumSource(Version.class)
    void everyPathCutIsThePathWithoutWeights(Version version) throws Problem, IOException {
        Path file = small(version);
        Tensor input = Inputs.noise(64, 96);
        try (CutSession session = open(file)) {
            session.feed(input);
            List<Gate> paths = session.gates().paths();
            assertThat(paths).hasSize(version == Version.V1 ? 29 : 38);
            for (int i = 0; i < paths.size(); i += 3) {
                Gate path = paths.get(i);
                String weights = path.at().value();
                Path without =
                        edited(
                                file,
                                tensor ->
                                        tensor.getName().startsWith(weights + ".")
                                                        && !tensor.getName().endsWith("scales")
                                                ? zeroed(tensor)
                                                : tensor);
                float[] cut = session.heatmaps(Gains.NONE.with(path.name(), 0)).values();
                assertThat(Inputs.relative(cut, plain(without, input)))
                        .as(path.name())
                        .isLessThan(1e-6);
            }
        }
    }

    /// In any network: a gain on a channel of a value scales that channel of the next convolution's filters.
    @Test
    void aForeignNetworkIsCutByNode() throws Problem, IOException {
        Path foreign =
                edited(
                        small(Version.V1),
                        tensor ->
                                tensor.getName().equals("heatmaps.weight")
                                        ? tensor.toBuilder().setName("w").build()
                                        : tensor);
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(foreign)).toBuilder();
        model.getGraphBuilder()
                .getNodeBuilderList()
                .forEach(node -> {
                    int at = node.getInputList().indexOf("heatmaps.weight");
                    if (at >= 0) node.setInput(at, "w");
                });
        Files.write(foreign, model.build().toByteArray());
        try (CutSession session = open(foreign, "heatmaps", "stage4.1.fused.0")) {
            session.feed(Inputs.noise(64, 96));
            assertThat(session.gates().paths()).isEmpty();
            Gains gains = Gains.parse(List.of("stage4.1.fused.0#3=0", "heatmaps#2=-0.5"));
            float[] before = session.run(Gains.NONE, List.of("heatmaps")).get("heatmaps").toArray();
            Map<String, Tensor> cut = session.run(gains, List.of("heatmaps", "stage4.1.fused.0"));
            int plane = 16 * 24;
            float[] fused = cut.get("stage4.1.fused.0").toArray();
            float[] after = cut.get("heatmaps").toArray();
            boolean others = false;
            for (int i = 0; i < plane; i++) {
                assertThat(fused[3 * plane + i]).isZero();
                others |= fused[2 * plane + i] != 0;
            }
            assertThat(others).isTrue();
            assertThat(after).isNotEqualTo(before);
            assertThatThrownBy(() -> session.heatmaps(Gains.NONE.with("stem.conv1.linear", 0)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("stem.conv1.linear in " + foreign + " cannot take")
                    .hasMessageContaining("stem.conv1, stem.conv2");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "stage3.1.fuse_layers.0.1=NaN, is not a gain",
        "stage3.1.fuse_layers.0.1=1e99, is not a gain",
        "stage3.1.fuse_layers.0.1, is not a gain",
        "stage3.0.fuse_layer.0.1=0, stage3.0.fuse_layers.0.1",
        "layer1.3.conv3#256=0, layer1.3.conv3 has 256 channels",
        "layer1.3.bn3#999999999=0, there is no channel 999999999",
        "layer1.9=0, layer1.0"
    })
    void whatCannotBeSetIsToldWithTheNamesThereAre(String text, String sentence) throws Problem {
        try (CutSession session = open(BUNDLED)) {
            session.feed(Inputs.noise(256, 192));
            assertThatThrownBy(() -> session.heatmaps(Gains.parse(List.of(text))))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(sentence);
        }
    }

    /// Each gate under each of its names.
    @Test
    void everyNameIsTaken() throws Problem {
        Path file = small(Version.V2);
        try (CutSession session = open(file)) {
            session.feed(Inputs.noise(64, 96));
            float[] whole = session.heatmaps(Gains.NONE).values();
            for (Gate gate : session.gates().all()) {
                float[] first = session.heatmaps(Gains.NONE.with(gate.name(), 0.5f)).values();
                assertThat(first).as(gate.name()).isNotEqualTo(whole);
                for (String name : gate.names()) {
                    assertThat(session.heatmaps(Gains.NONE.with(name, 0.5f)).values())
                            .isEqualTo(first);
                }
            }
            assertThat(session.gates().all().stream().map(Gate::kind).distinct())
                    .containsExactlyInAnyOrder(Gate.Kind.values());
        }
    }
}
