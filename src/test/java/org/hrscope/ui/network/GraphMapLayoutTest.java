package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.Shared;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.junit.jupiter.api.Test;

/// A network that is not an HRNet is drawn plainly.
class GraphMapLayoutTest {

    @Test
    void foreignNetwork() throws Problem {
        Path file = Shared.file("models/tinypose_256x192.onnx");
        MapLayout map;
        try (var opened = new ModelOpener(ModelProfile.named("imagenet")).open(file)) {
            map = OpenedNetwork.of(opened.file()).map();
        }
        System.out.printf(
                "tinypose: %d nodes, %d lines, %d columns, %.0f x %.0f%n",
                map.nodes().size(),
                map.links().size(),
                map.nodes().stream().mapToInt(MapNode::column).max().orElse(0),
                map.width(),
                map.height());
        List<MapNode> nodes = map.nodes();
        assertThat(nodes.size()).isBetween(40, 400);
        for (int a = 0; a < nodes.size(); a++) {
            for (int b = a + 1; b < nodes.size(); b++) {
                assertThat(nodes.get(a).box().meets(nodes.get(b).box())).isFalse();
            }
        }
        assertThat(map.links())
                .allSatisfy(
                        link -> assertThat(link.from().column()).isLessThan(link.to().column()));
        MapNode head = nodes.getLast();
        assertThat(head.shape()).hasToString("1x17x64x48");
        assertThat(head.row()).isEqualTo(2);
        assertThat(nodes.stream().filter(n -> n.kind().equals("operator")))
                .allSatisfy(n -> assertThat(map.inputs(n)).as(n.name()).isNotEmpty());
        assertThat(nodes.stream().mapToLong(MapNode::multiplyAdds).sum()).isPositive();
    }
}
