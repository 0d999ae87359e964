package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.PartNames;
import org.junit.jupiter.api.Test;

/// What the layers of a quantised network are called.
class LayerNamesTest {
    private static final HrNet W32 =
            HrNet.of(HrNetSpec.published(HrNetSpec.Version.V1, 32, 17), 256, 192);

    @Test
    void layersAreCalledAsTheirNodesOnTheMap() {
        List<String> listed =
                List.of(
                        "heatmaps",
                        "stage4.0.fuse_layers.0.2.narrow",
                        "stage4.0.branches.1.0.conv1",
                        "stage4.0.branches.1.3.conv2",
                        "layer1.0.downsample");
        LayerNames names = LayerNames.of(PartNames.of(W32), listed);
        assertThat(listed.stream().map(names::of))
                .containsExactly(
                        "heatmaps",
                        "stage4.0.fuse_layers.0.2",
                        "stage4.0.branches.1 · 0.conv1",
                        "stage4.0.branches.1 · 3.conv2",
                        "layer1.0");
    }

    /// Its map has the file's names.
    @Test
    void aForeignNetworkKeepsItsOwn() {
        LayerNames names =
                LayerNames.of(new PartNames(Map.of()), List.of("Conv_12", "relu.3", "relu.4"));
        assertThat(names.of("Conv_12")).isEqualTo("Conv_12");
        assertThat(names.of("relu.4")).isEqualTo("relu.4");
    }
}
