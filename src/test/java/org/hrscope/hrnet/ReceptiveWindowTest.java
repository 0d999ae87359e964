package org.hrscope.hrnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// Windows worked out by hand, and compared with the sizes from [ReceptiveFields].
class ReceptiveWindowTest {
    private final HrNet net = HrNet.of(HrNetSpec.published(HrNetSpec.Version.V1, 32, 17), 256, 192);

    @Test
    void stem() {
        // 3x3, stride 2, padding 1: cell 10 sees 19..21; and once more 37..43.
        assertThat(ReceptiveWindow.of(net, "stem.conv1", 10, 20))
                .containsEntry("image", new ReceptiveWindow(19, 39, 21, 41));
        Map<String, ReceptiveWindow> seen = ReceptiveWindow.of(net, "stem.conv2", 10, 20);
        assertThat(seen)
                .containsEntry("stem.conv1", new ReceptiveWindow(19, 39, 21, 41))
                .containsEntry("image", new ReceptiveWindow(37, 77, 43, 83));
        assertThat(ReceptiveWindow.of(net, "stem.conv1", 0, 0))
                .as("padding is left out")
                .containsEntry("image", new ReceptiveWindow(0, 0, 1, 1));
    }

    @Test
    void exchangePaths() {
        assertThat(ReceptiveWindow.of(net, "stage2.0.fuse_layers.0.1", 9, 8))
                .containsEntry("stage2.0.branches.1", new ReceptiveWindow(4, 4, 4, 4));
        assertThat(ReceptiveWindow.of(net, "stage3.0.fuse_layers.2.0", 4, 8))
                .containsEntry("stage3.0.branches.0", new ReceptiveWindow(13, 29, 19, 35));
    }

    @Test
    void sizesAgreeWithReceptiveFieldsInsideTheMap() {
        Map<String, ReceptiveFields.Field> fields = ReceptiveFields.of(net);
        for (String part : new String[] {"stem.conv2", "layer1.0", "layer1.3", "transition1.1"}) {
            Maps maps = net.part(part).output().output();
            ReceptiveWindow window =
                    ReceptiveWindow.of(net, part, maps.width() / 2, maps.height() / 2).get("image");
            assertThat(window.width()).as(part).isEqualTo(fields.get(part).size());
            assertThat(window.height()).as(part).isEqualTo(fields.get(part).size());
        }
    }

    @Test
    void bilinearSeesTwoCells() {
        HrNet v2 = HrNet.of(HrNetSpec.published(HrNetSpec.Version.V2, 18, 21), 256, 256);
        assertThat(ReceptiveWindow.of(v2, "head.resized.1", 8, 9))
                .containsEntry("stage4.2.fused.1", new ReceptiveWindow(3, 4, 4, 5));
    }
}
