package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrscope.checkpoint.TorchFile;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Tensor;
import org.hrscope.file.Sha256;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckpointImportTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private final CheckpointImport importer = new CheckpointImport();

    private static HrNetSpec tiny(Version version, int joints) {
        return new HrNetSpec(
                version,
                4,
                joints,
                1,
                1,
                List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 1)));
    }

    private Path checkpoint(String name, HrNetSpec spec) throws IOException {
        Map<String, Shape> shapes = HrNet.of(spec, 64, 64).stateDict();
        return TorchFile.random(shapes, 3).writeZip(folder.resolve(name));
    }

    private static Map<String, Tensor> run(Path onnx, Tensor input, String... values)
            throws Problem {
        Map<String, Tensor> found = new LinkedHashMap<>();
        OnnxGraph graph = OnnxReader.read(onnx);
        try (InnerSession session = InnerSession.of(onnx, graph, List.of(values))) {
            session.feed(input);
            session.run(List.of(values))
                    .forEach((name, value) ->
                            found.put(name, Tensor.of(value.shape(), value.toArray())));
        }
        return found;
    }

    /// Rebuilt as a checkpoint with identity batch norms and imported again, the bundled model computes the same.
    @Test
    void theBundledModelThroughACheckpointAndBack() throws IOException, Problem {
        Map<String, TensorProto> weights = new HashMap<>();
        ModelProto.parseFrom(Files.readAllBytes(BUNDLED))
                .getGraph()
                .getInitializerList()
                .forEach(t -> weights.put(t.getName(), t));
        HrNetSpec spec = HrNetReader.readFolded(OnnxReader.read(BUNDLED).weights()).orElseThrow();
        HrNet net = HrNet.of(spec, 256, 192);
        Map<String, float[]> state = new LinkedHashMap<>();
        for (Layer layer : net.layers()) {
            if (!(layer.operation() instanceof Convolution c)) continue;
            state.put(c.weights() + ".weight", floats(weights.get(layer.name() + ".weight")));
            float[] bias = floats(weights.get(layer.name() + ".bias"));
            if (c.bias()) state.put(c.weights() + ".bias", bias);
            c.norm()
                    .ifPresent(norm -> {
                        state.put(norm + ".weight", filled(c.out(), 1));
                        state.put(norm + ".bias", bias);
                        state.put(norm + ".running_mean", filled(c.out(), 0));
                        state.put(norm + ".running_var", filled(c.out(), 1 - 1e-5f));
                    });
        }
        Path onnx = folder.resolve("again.onnx");
        Path file = TorchFile.of(net.stateDict(), state).writeLegacy(folder.resolve("again.pth"));
        importer.run(file, onnx, ImportOptions.NONE);
        String[] values = {"layer1.3", "stage3.0.fuse_layers.2.0", "stage4.0.fused.0", "heatmaps"};
        Tensor input = FixedInput.of(256, 192);
        Map<String, Tensor> reference = new LinkedHashMap<>(run(BUNDLED, input, values));
        reference.put("input", input);
        assertThat(new ParityCheck().run(onnx, reference))
                .hasSize(4)
                .allSatisfy(p -> assertThat(p.relative()).isLessThan(1e-5));
    }

    /// One convolution with batch norm, worked out by hand in doubles.
    @Test
    void batchNormIsFoldedIn() throws IOException, Problem {
        Path file = checkpoint("x_64x64.pth", tiny(Version.V1, 2));
        Path onnx = folder.resolve("x.onnx");
        importer.run(file, onnx, ImportOptions.NONE);
        Map<String, double[]> state = new HashMap<>();
        try (var open = org.hrscope.checkpoint.Checkpoint.open(file)) {
            open.tensors().forEach((name, tensor) -> state.put(name, tensor.toArray()));
        }
        Tensor input = FixedInput.of(64, 64);
        Tensor got = run(onnx, input, "stem.conv1").get("stem.conv1");
        int channel = 5;
        int y = 7;
        int x = 0;
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            for (int k = 0; k < 9; k++) {
                int row = 2 * y + k / 3 - 1;
                int column = 2 * x + k % 3 - 1;
                if (column < 0) continue;
                double weight = state.get("conv1.weight")[(channel * 3 + c) * 9 + k];
                sum += weight * input.get((c * 64 + row) * 64 + column);
            }
        }
        double gain =
                state.get("bn1.weight")[channel]
                        / Math.sqrt(state.get("bn1.running_var")[channel] + 1e-5);
        double wanted =
                (sum - state.get("bn1.running_mean")[channel]) * gain
                        + state.get("bn1.bias")[channel];
        assertThat((double) got.get((channel * 32 + y) * 32 + x))
                .isCloseTo(Math.max(wanted, 0), org.assertj.core.api.Assertions.within(1e-5));
    }

    /// What the ONNX checker requires: every value defined once, and before use.
    @ParameterizedTest
    @EnumSource
    void theGraphIsInOrder(Version version) throws IOException, Problem {
        Path onnx = folder.resolve("x.onnx");
        importer.run(checkpoint("x.pth", tiny(version, 3)), onnx, ImportOptions.NONE);
        OnnxGraph graph = OnnxReader.read(onnx);
        Set<String> known = new HashSet<>(graph.weights().keySet());
        graph.inputs().forEach(i -> known.add(i.name()));
        known.add("");
        for (OnnxGraph.Node node : graph.nodes()) {
            assertThat(known).containsAll(node.inputs());
            node.outputs().forEach(o -> assertThat(known.add(o)).as(o).isTrue());
        }
        assertThat(known).contains("heatmaps");
    }

    @Test
    void everythingThatAProgramMustKnowIsInTheFile() throws IOException, Problem {
        Path file = checkpoint("net_ap10k-128x64_dark.pth", tiny(Version.V1, 17));
        Path onnx = folder.resolve("x.onnx");
        importer.run(file, onnx, ImportOptions.NONE);
        OnnxGraph graph = OnnxReader.read(onnx);
        assertThat(graph.inputs()).hasToString("[image: float 1x3x128x64]");
        assertThat(graph.outputs()).hasToString("[heatmaps: float 1x17x32x16]");
        assertThat(graph.metadata())
                .containsEntry("width", "64")
                .containsEntry("height", "128")
                .containsEntry("mean", "0.485,0.456,0.406")
                .containsEntry("std", "0.229,0.224,0.225")
                .containsEntry("channel_order", "RGB")
                .containsEntry("decoder", "dark")
                .containsEntry("source", "net_ap10k-128x64_dark.pth")
                .containsEntry("source_sha256", Sha256.of(file));
        assertThat(Skeletons.of(graph.metadata(), 17))
                .isEqualTo(Skeletons.byId("ap10k17").orElseThrow());
    }

    @Test
    void optionsGoBeforeGuesses() throws IOException, Problem {
        Path onnx = folder.resolve("x.onnx");
        ImportOptions options =
                new ImportOptions(
                        Optional.of(new InputSize(96, 64)),
                        Skeletons.byId("aic14"),
                        Optional.of(Decoder.ARGMAX),
                        true);
        importer.run(checkpoint("x_256x192_udp.pth", tiny(Version.V1, 14)), onnx, options);
        OnnxGraph graph = OnnxReader.read(onnx);
        assertThat(graph.inputs()).hasToString("[image: float batchx3x96x64]");
        assertThat(graph.metadata())
                .containsEntry("joints", "aic14")
                .containsEntry("decoder", "argmax");
        float[] two = new float[2 * 3 * 96 * 64];
        Tensor input = Tensor.of(Shape.of(2, 3, 96, 64), two);
        assertThat(run(onnx, input, "heatmaps").get("heatmaps").shape())
                .isEqualTo(Shape.of(2, 14, 24, 16));
    }

    @Test
    void whatFailsLeavesNothingBehind() throws IOException {
        Path good = checkpoint("good.pth", tiny(Version.V1, 3));
        Path other =
                TorchFile.random(Map.of("fc.weight", Shape.of(10, 10)), 1)
                        .writeZip(folder.resolve("other.pth"));
        Path onnx = folder.resolve("out").resolve("x.onnx");
        assertThatThrownBy(() -> importer.run(other, onnx, ImportOptions.NONE))
                .hasMessage(
                        other
                                + " is not an HRNet: its 1 tensors (the first is fc.weight) do not include conv1.weight."
                                + " Choose a checkpoint of an HRNet pose network.");
        var coco =
                new ImportOptions(
                        Optional.empty(), Skeletons.byId("coco17"), Optional.empty(), false);
        assertThatThrownBy(() -> importer.run(good, onnx, coco))
                .hasMessage(
                        good + " has 3 joints, but coco17 names 17. Choose other joints, or none.");
        assertThat(onnx.getParent()).doesNotExist();
        Path taken = Files.createDirectories(folder.resolve("taken.onnx").resolve("full"));
        assertThatThrownBy(() -> importer.run(good, taken.getParent(), ImportOptions.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(good + " could not be written as " + taken.getParent());
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("good.pth", "other.pth", "taken.onnx");
    }

    @Test
    void twoImportsOfOneFileAreTheSameBytes() throws IOException, Problem {
        Path file = checkpoint("x.pth", tiny(Version.V2, 3));
        importer.run(file, folder.resolve("a.onnx"), ImportOptions.NONE);
        importer.run(file, folder.resolve("b.onnx"), ImportOptions.NONE);
        assertThat(folder.resolve("a.onnx")).hasSameBinaryContentAs(folder.resolve("b.onnx"));
    }

    @ParameterizedTest
    @CsvSource({"layer1.0.conv1.weight,NaN", "bn2.running_var,-1", "final_layer.bias,Infinity"})
    void aWeightThatIsNoNumberIsTold(String name, float value) throws IOException {
        Map<String, Shape> shapes = HrNet.of(tiny(Version.V1, 3), 64, 64).stateDict();
        Map<String, float[]> values = new LinkedHashMap<>();
        shapes.forEach((each, shape) -> {
            float[] all = filled(Math.toIntExact(shape.count()), 1);
            if (each.equals(name)) all[all.length - 1] = value;
            values.put(each, all);
        });
        Path file = TorchFile.of(shapes, values).writeZip(folder.resolve("x.pth"));
        assertThatThrownBy(() -> importer.run(file, folder.resolve("x.onnx"), ImportOptions.NONE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("has NaN or infinite weights");
        assertThat(folder.resolve("x.onnx")).doesNotExist();
    }

    @Test
    void anInterruptedImportLeavesNothingBehind() throws IOException {
        Path good = checkpoint("good.pth", tiny(Version.V1, 3));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> importer.run(good, folder.resolve("x.onnx"), ImportOptions.NONE))
                .isInstanceOf(Problem.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.toFile().list()).containsExactly("good.pth");
    }

    @ParameterizedTest
    @CsvSource({
        "pose_hrnet_w32_256x192.pth,256,192",
                "hrnet_w48_coco_384x288-314c8528_20200708.pth,384,288",
        "td-hm_hrnet-w32_8xb64-210e_coco-256x192.pth,256,192",
                "hrnetv2_w18_aflw_256x256.pth,256,256"
    })
    void sizesAreReadFromNames(String name, int height, int width) {
        assertThat(InputSize.in(name)).contains(new InputSize(height, width));
    }

    @ParameterizedTest
    @CsvSource({"hrnet.pth", "a_250x192.pth", "99999x99999", "x0x0"})
    void whatIsNoSizeIsNone(String name) {
        assertThat(InputSize.in(name)).isEmpty();
    }

    private static float[] floats(TensorProto tensor) {
        float[] values = new float[tensor.getRawData().size() / Float.BYTES];
        tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        return values;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
