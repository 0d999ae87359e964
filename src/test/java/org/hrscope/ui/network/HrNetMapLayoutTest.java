package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Part;
import org.hrscope.onnx.OnnxGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The picture of an HRNet says what the paper says.
class HrNetMapLayoutTest {

    enum Sample {
        W16(small(1, 1, 1), 256, 192),
        BUNDLED(small(1, 2, 2), 256, 192),
        W32(HrNetSpec.published(Version.V1, 32, 17), 256, 192),
        W48(HrNetSpec.published(Version.V1, 48, 17), 384, 288),
        V2_W18(HrNetSpec.published(Version.V2, 18, 17), 256, 256);

        final HrNet net;

        Sample(HrNetSpec spec, int height, int width) {
            net = HrNet.of(spec, height, width);
        }

        private static HrNetSpec small(int... modules) {
            List<Stage> stages = Arrays.stream(modules).mapToObj(m -> new Stage(m, 2)).toList();
            return new HrNetSpec(Version.V1, 16, 17, 1, 4, stages);
        }

        MapLayout map() {
            return HrNetMapLayout.of(net, graph(net));
        }
    }

    /// As an imported file says it: a node for each layer, ReLU apart.
    static OnnxGraph graph(HrNet net) {
        var image = new OnnxGraph.Value("picture", "float", List.of("1", "3", "64", "64"));
        List<OnnxGraph.Node> nodes =
                net.layers().stream()
                        .map(l ->
                                new OnnxGraph.Node(
                                        l.name() + ".linear",
                                        "Conv",
                                        l.inputs(),
                                        List.of(l.name() + ".linear", l.name()),
                                        Map.of()))
                        .toList();
        return new OnnxGraph(
                "test",
                17,
                List.of(image),
                List.of(),
                nodes,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void nothingOverlaps(Sample sample) {
        MapLayout map = sample.map();
        List<MapNode> nodes = map.nodes();
        for (int a = 0; a < nodes.size(); a++) {
            for (int b = a + 1; b < nodes.size(); b++) {
                assertThat(nodes.get(a).box().meets(nodes.get(b).box()))
                        .as(nodes.get(a).name() + " and " + nodes.get(b).name())
                        .isFalse();
            }
            assertThat(nodes.get(a).box().right()).isLessThanOrEqualTo(map.width() + 0.01);
            assertThat(nodes.get(a).box().bottom()).isLessThanOrEqualTo(map.height());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPartIsANode(Sample sample) {
        MapLayout map = sample.map();
        for (Part part : sample.net.parts()) {
            String name = part.kind() == Part.Kind.PICTURE ? "picture" : part.name();
            MapNode node = map.node(name).orElseThrow();
            assertThat(node.shape()).isEqualTo(part.output().output().shape());
            assertThat(node.column()).isEqualTo(part.column());
            assertThat(node.row()).isEqualTo(part.row());
        }
        assertThat(map.nodes()).hasSameSizeAs(sample.net.parts());
        assertThat(map.lanes())
                .extracting(MapLayout.Lane::label)
                .containsExactly("1/2", "1/4", "1/8", "1/16", "1/32");
    }

    @ParameterizedTest
    @EnumSource
    void deeperIsFurtherRightAndCoarserFurtherDown(Sample sample) {
        MapLayout map = sample.map();
        for (MapLink link : map.links()) {
            assertThat(link.from().box().right()).isLessThan(link.to().box().x());
        }
        Map<Integer, Set<Double>> heights =
                map.nodes().stream()
                        .filter(n -> !n.bead() && n.row() > 0)
                        .collect(
                                Collectors.groupingBy(
                                        MapNode::row,
                                        Collectors.mapping(n -> n.box().y(), Collectors.toSet())));
        double before = -1;
        for (int row = 1; row <= 5; row++) {
            assertThat(heights.get(row)).hasSize(1);
            double y = heights.get(row).iterator().next();
            assertThat(y).isGreaterThan(before);
            before = y;
        }
    }

    @ParameterizedTest
    @EnumSource
    void exchangePathsHaveTheirKind(Sample sample) {
        MapLayout map = sample.map();
        sample.net
                .exchangePaths()
                .forEach(path -> {
                    MapLink link =
                            map.links().stream()
                                    .filter(l -> l.to().name().equals(path.target().name()))
                                    .filter(l ->
                                            (l.via() == null ? l.from() : l.via())
                                                    .name()
                                                    .equals(path.source().name()))
                                    .findFirst()
                                    .orElseThrow();
                    MapLink.Kind expected =
                            path.isIdentity()
                                    ? MapLink.Kind.IDENTITY
                                    : path.isUp() ? MapLink.Kind.UP : MapLink.Kind.DOWN;
                    assertThat(link.kind()).as(path.source().name()).isEqualTo(expected);
                });
        long crossing = map.nodes().stream().filter(n -> n.kind().startsWith("exchange")).count();
        if (sample == Sample.W32 || sample == Sample.W48) assertThat(crossing).isEqualTo(53);
    }

    @Test
    void aNewBranchComesFromTheCoarsestOnly() {
        MapLayout map = Sample.W32.map();
        MapNode branch = map.node("transition3.3").orElseThrow();
        assertThat(map.inputs(branch))
                .extracting(MapNode::name)
                .containsExactly("stage3.3.fused.2");
        assertThat(map.links())
                .filteredOn(link -> link.to() == branch)
                .extracting(MapLink::kind)
                .containsExactly(MapLink.Kind.DOWN);
    }

    @Test
    void headingsStandSideBySide() {
        List<MapLayout.Heading> headings = Sample.W32.map().headings();
        assertThat(headings)
                .extracting(h -> h.key() + h.number() + h.module())
                .containsExactly(
                        "stem00",
                        "layer100",
                        "transition10",
                        "stage20",
                        "transition20",
                        "module31",
                        "module32",
                        "module33",
                        "module34",
                        "transition30",
                        "module41",
                        "module42",
                        "module43",
                        "head00");
        for (int i = 1; i < headings.size(); i++) {
            assertThat(headings.get(i).x()).isGreaterThan(headings.get(i - 1).right());
        }
    }

    @Test
    void valuesBelongToTheirPart() {
        Map<String, MapNode> owners = Sample.W16.map().owners();
        assertThat(owners.get("layer1.0.conv2.linear").name()).isEqualTo("layer1.0");
        assertThat(owners.get("layer1.linear").name()).isEqualTo("layer1.3");
        assertThat(owners.get("stage3.0.branches.1.0").name()).isEqualTo("stage3.0.branches.1");
        assertThat(owners.get("stage3.0.fuse_layers.2.0.0").name())
                .isEqualTo("stage3.0.fuse_layers.2.0");
    }
}
