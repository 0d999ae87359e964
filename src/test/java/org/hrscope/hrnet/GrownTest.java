package org.hrscope.hrnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.junit.jupiter.api.Test;

/// What a grown network says of itself.
class GrownTest {
    private static final List<Stage> SMALL =
            List.of(new Stage(1, 2), new Stage(1, 2), new Stage(1, 2));

    private static Grown grown(Version version, int from, int to) {
        HrNetSpec spec = HrNetSpec.published(version, to, 17);
        HrNetSpec old = spec.sized(from, SMALL);
        HrNet net = HrNet.of(spec, 64, 64);
        return Grown.of(net, Map.of(Grown.FROM, old.name() + ", " + old.sizes())).orElseThrow();
    }

    private static int untrained(Grown grown, String part) {
        return grown.untrained(grown.net().part(part));
    }

    @Test
    void newChannelsComeAfterTheTrainedOnes() {
        Grown grown = grown(Version.V1, 16, 32);
        Part third = grown.net().part("stage3.0.fused.2");
        assertThat(grown.isUntrained(third, 63)).isFalse();
        assertThat(grown.isUntrained(third, 64)).isTrue();
        assertThat(untrained(grown, "stage3.0.fused.2")).isEqualTo(64);
        assertThat(untrained(grown, "stem.conv2")).isZero();
        assertThat(untrained(grown, "layer1.3")).isZero();
        assertThat(untrained(grown, "heatmaps")).isZero();
    }

    @Test
    void aConcatenationHasThemInEachBranch() {
        Grown grown = grown(Version.V2, 12, 18);
        Part all =
                grown.net().parts().stream()
                        .filter(part -> part.kind() == Part.Kind.CONCATENATED)
                        .findFirst()
                        .orElseThrow();
        assertThat(grown.untrained(all)).isEqualTo(6 * 15);
        assertThat(grown.isUntrained(all, 11)).isFalse();
        assertThat(grown.isUntrained(all, 12)).isTrue();
        assertThat(grown.isUntrained(all, 18)).isFalse();
        assertThat(grown.isUntrained(all, 18 + 24)).isTrue();
        assertThat(grown.isUntrained(all, 269)).isTrue();
    }

    @Test
    void addedPartsAreThoseTheSmallNetworkHasNot() {
        Grown grown = grown(Version.V1, 16, 48);
        HrNet net = grown.net();
        assertThat(grown.isAdded(net.part("stage3.0.fused.1"))).isFalse();
        assertThat(grown.isAdded(net.part("stage3.1.fused.1"))).isTrue();
        assertThat(grown.isAdded(net.part("stage4.0.fuse_layers.1.0"))).isTrue();
    }

    @Test
    void othersWereNotGrown() {
        HrNet net = HrNet.of(HrNetSpec.published(Version.V1, 32, 17), 64, 64);
        assertThat(Grown.of(net, Map.of())).isEmpty();
        assertThat(Grown.of(net, Map.of(Grown.FROM, "something else"))).isEmpty();
        String larger = "HRNet-W48, width 48, modules 1,4,3, blocks 4,4,4";
        assertThat(Grown.of(net, Map.of(Grown.FROM, larger))).isEmpty();
        String none = "HRNet-W0, width 0, modules 0,0,0, blocks 0,0,0";
        assertThat(Grown.of(net, Map.of(Grown.FROM, none))).isEmpty();
    }
}
