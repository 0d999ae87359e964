package org.hrscope.hrnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HrNetReaderTest {
    static Stream<HrNetSpec> everyKind() {
        return Stream.of(
                HrNetSpec.published(Version.V1, 32, 17),
                HrNetSpec.published(Version.V1, 48, 133),
                HrNetSpec.published(Version.V2, 18, 98),
                new HrNetSpec(
                        Version.V1,
                        16,
                        14,
                        3,
                        2,
                        List.of(new Stage(1, 2), new Stage(2, 1), new Stage(1, 3))));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatWasWrittenIsRead(HrNetSpec spec) throws Problem {
        assertThat(HrNetReader.read("x.pth", HrNet.of(spec, 64, 64).stateDict())).isEqualTo(spec);
    }

    private static Map<String, Shape> w32() {
        return new LinkedHashMap<>(
                HrNet.of(HrNetSpec.published(Version.V1, 32, 17), 64, 64).stateDict());
    }

    @Test
    void anotherNetworkIsTold() {
        assertThatThrownBy(() ->
                        HrNetReader.read("x.pth", Map.of("conv1.weight", Shape.of(64, 3, 7, 7))))
                .hasMessage(
                        "x.pth is not an HRNet: its 1 tensors (the first is conv1.weight) do not include"
                                + " layer1.0.conv1.weight. Choose a checkpoint of an HRNet pose network.");
    }

    @Test
    void aMissingTensorIsTold() {
        Map<String, Shape> shapes = w32();
        shapes.remove("stage3.2.fuse_layers.2.0.1.1.running_var");
        assertThatThrownBy(() -> HrNetReader.read("x.pth", shapes))
                .hasMessageContaining("do not include stage3.2.fuse_layers.2.0.1.1.running_var.");
    }

    @Test
    void aWrongShapeIsTold() {
        Map<String, Shape> shapes = w32();
        shapes.put("bn2.bias", Shape.of(65));
        assertThatThrownBy(() -> HrNetReader.read("x.pth", shapes))
                .hasMessage(
                        "x.pth is not an HRNet: its bn2.bias has shape 65 instead of 64. Choose a"
                                + " checkpoint of an HRNet pose network.");
    }

    @Test
    void moreThanAnHrNetIsTold() {
        Map<String, Shape> shapes = w32();
        shapes.put("bn1.num_batches_tracked", Shape.of());
        shapes.put("incre_modules.0.weight", Shape.of(1));
        assertThatThrownBy(() -> HrNetReader.read("x.pth", shapes))
                .hasMessage(
                        "x.pth is a different network: it has 1 tensors that HRNet does not, such as"
                                + " incre_modules.0.weight. Choose a checkpoint of an HRNet pose network.");
    }

    private static Map<String, Shape> without(String start) {
        Map<String, Shape> shapes = w32();
        shapes.keySet().removeIf(name -> name.startsWith(start));
        return shapes;
    }

    private static Map<String, Shape> with(Map<String, Shape> shapes, String... names) {
        for (String name : names) shapes.put(name, Shape.of(8, 8, 1, 1));
        return shapes;
    }

    private static Map<String, Shape> maps(int count) {
        Map<String, Shape> shapes = w32();
        shapes.put("final_layer.weight", Shape.of(count, 32, 1, 1));
        shapes.put("final_layer.bias", Shape.of(count));
        return shapes;
    }

    static Stream<Arguments> relatives() {
        return Stream.of(
                Arguments.of("hrnet.grouping", maps(34)),
                Arguments.of("hrnet.grouping", maps(28)),
                Arguments.of("hrnet.grouping", with(without("final"), "final_layers.0.weight")),
                Arguments.of(
                        "hrnet.classifier",
                        with(
                                without("final"),
                                "incre_modules.0.0.conv1.weight",
                                "downsamp_modules.0.0.weight",
                                "final_layer.0.weight",
                                "classifier.weight")),
                Arguments.of(
                        "hrnet.segmentation",
                        with(without("final"), "last_layer.0.weight", "last_layer.3.weight")),
                Arguments.of("hrnet.segmentation", with(without("final"), "decode_head.weight")),
                Arguments.of("hrnet.detector", with(without("final"), "rpn_head.conv.weight")),
                Arguments.of(
                        "hrnet.transformer",
                        with(without("stage2"), "stage2.0.branches.0.0.attn.attn.in_proj_weight")),
                Arguments.of("hrnet.transformer", with(new HashMap<>(), "patch_embed.proj.weight")),
                Arguments.of(
                        "hrnet.lite",
                        with(new HashMap<>(), "stage0.0.layers.0.0.conv1.weight", "stem.x")),
                Arguments.of(
                        "hrnet.resnet",
                        with(new HashMap<>(), "conv1.weight", "layer4.0.conv1.weight")),
                Arguments.of("hrnet.no-head", without("final")));
    }

    @ParameterizedTest
    @MethodSource("relatives")
    void relativesAreToldInWords(String key, Map<String, Shape> shapes) {
        assertThatThrownBy(() -> HrNetReader.read("x.pth", shapes))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo(key));
    }

    @Test
    void theHeatmapsOfAnAssociativeEmbeddingAreCounted() {
        assertThatThrownBy(() -> HrNetReader.read("x.pth", maps(34)))
                .hasMessageContaining("17 heatmaps, and 17 tag maps");
    }

    @Test
    void moreThanAnyFileCanHoldIsNotBegun() {
        HrNetSpec huge = HrNetSpec.published(Version.V1, 512, 17);
        assertThatThrownBy(() -> HrNetReader.read("x.pth", HrNet.of(huge, 64, 64).stateDict()))
                .hasMessageContaining("declares far more than any HRNet needs");
    }

    /// 64 rows are not 64 joints.
    @Test
    void heatmapsWithChannelsLastHaveTheJointsOfTheHead() throws Problem {
        OnnxGraph graph = OnnxReader.read(Path.of("models/hrnet_w16_coco17_256x192.onnx"));
        var turned = new OnnxGraph.Value("turned", "float", List.of("1", "64", "48", "17"));
        OnnxGraph last =
                new OnnxGraph(
                        graph.producer(),
                        graph.opset(),
                        graph.inputs(),
                        List.of(turned),
                        graph.nodes(),
                        graph.weights(),
                        graph.metadata(),
                        graph.roundings(),
                        graph.exact());
        assertThat(HrNetReader.declared(last).orElseThrow().spec().joints()).isEqualTo(17);
    }
}
