package org.hrscope.hrnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Operation.Convolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published figures, to the last digit given.
class HrNetTest {
    private static HrNet net(int width, int height, int inputWidth) {
        return HrNet.of(HrNetSpec.published(Version.V1, width, 17), height, inputWidth);
    }

    @Test
    void parametersOfW32() {
        assertThat(net(32, 256, 192).parameters()).isEqualTo(28_536_113);
    }

    @Test
    void parametersOfW48() {
        assertThat(String.format(Locale.ROOT, "%.1f", net(48, 256, 192).parameters() / 1e6))
                .isEqualTo("63.6");
    }

    @ParameterizedTest
    @CsvSource({
        "32,256,192,7.645,7.1",
        "32,384,288,17.201,16.0",
        "48,256,192,15.692,14.6",
        "48,384,288,35.307,32.9"
    })
    void multiplyAdds(int width, int height, int inputWidth, String giga, String official) {
        long total = net(width, height, inputWidth).multiplyAdds();
        assertThat(String.format(Locale.ROOT, "%.3f", total / 1e9)).isEqualTo(giga);
        assertThat(String.format(Locale.ROOT, "%.1f", total / (double) (1 << 30)))
                .isEqualTo(official);
    }

    @ParameterizedTest
    @CsvSource({
        "stem,1.8",
        "layer1,11.4",
        "transition1,4.4",
        "stage2,5.9",
        "stage3,35.6",
        "stage4,35.6",
        "exchange,5.0",
        "transitions,0.4"
    })
    void sharesOfMultiplyAdds(String section, String percent) {
        HrNet net = net(32, 256, 192);
        double share = 100.0 * net.costs().get(section).multiplyAdds() / net.multiplyAdds();
        assertThat(String.format(Locale.ROOT, "%.1f", share)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"stage4,66.0", "stage3,21.8", "exchange,7.8"})
    void sharesOfParameters(String section, String percent) {
        HrNet net = net(32, 256, 192);
        double share = 100.0 * net.costs().get(section).parameters() / net.parameters();
        assertThat(String.format(Locale.ROOT, "%.1f", share)).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"32", "48"})
    void exchangePaths(int width) {
        List<ExchangePath> paths = net(width, 256, 192).exchangePaths();
        assertThat(paths.stream().filter(ExchangePath::isUp)).hasSize(28);
        assertThat(paths.stream().filter(ExchangePath::isDown)).hasSize(25);
        assertThat(paths)
                .allSatisfy(p -> {
                    assertThat(p.isIdentity()).isEqualTo(p.from() == p.to());
                    assertThat(p.isUp()).isEqualTo(p.from() > p.to());
                    assertThat(p.isDown()).isEqualTo(p.from() < p.to());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "stem.conv1,64x128x96",
        "stem.conv2,64x64x48",
        "layer1.3,256x64x48",
        "layer1,256x64x48",
        "transition1.0,32x64x48",
        "transition1.1,64x32x24",
        "transition2.2,128x16x12",
        "transition3.3,256x8x6",
        "stage4.2.fused.0,32x64x48",
        "heatmaps,17x64x48"
    })
    void shapes(String name, String shape) {
        Layer layer =
                net(32, 256, 192).layers().stream()
                        .filter(l -> l.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(layer.output()).hasToString(shape);
    }

    @ParameterizedTest
    @CsvSource({"V1,32,17", "V1,16,14", "V2,18,98"})
    void everyValueIsMadeOnceAndBeforeItIsUsed(Version version, int width, int joints) {
        HrNet net = HrNet.of(HrNetSpec.published(version, width, joints), 256, 256);
        Set<String> made = new HashSet<>(Set.of("image"));
        for (Layer layer : net.layers()) {
            assertThat(made).containsAll(layer.inputs());
            assertThat(made.add(layer.name())).as(layer.name()).isTrue();
        }
        assertThat(net.heatmaps()).isEqualTo(new Maps(joints, 64, 64));
    }

    @ParameterizedTest
    @CsvSource({"V1", "V2"})
    void partsStandInColumnsAndFeedOnlyToTheRight(Version version) {
        HrNet net = HrNet.of(HrNetSpec.published(version, 18, 17), 256, 256);
        Set<List<Integer>> places = new HashSet<>();
        for (Part part : net.parts()) {
            Maps out = part.output().output();
            assertThat(256 >> part.row()).isEqualTo(out.height());
            for (String input : part.inputs()) {
                assertThat(net.part(input).column()).isLessThan(part.column());
            }
            boolean alone = !part.kind().crossesBranches() && part.kind() != Part.Kind.RESIZED;
            if (alone) {
                assertThat(places.add(List.of(part.column(), part.row()))).as(part.name()).isTrue();
            }
        }
    }

    /// 3 + 2*2 = 7 after the stem; a bottleneck has one 3x3 at step 4.
    @ParameterizedTest
    @CsvSource({
        "stem.conv1,3,2",
        "stem.conv2,7,4",
        "layer1.0,15,4",
        "layer1.3,39,4",
        "transition1.1,47,8"
    })
    void receptiveFields(String name, int size, int step) {
        assertThat(ReceptiveFields.of(net(32, 256, 192)).get(name))
                .isEqualTo(new ReceptiveFields.Field(size, step));
    }

    @Test
    void theCoarsestBranchSeesMost() {
        var fields = ReceptiveFields.of(net(32, 256, 192));
        assertThat(fields.get("stage4.2.branches.3").size())
                .isGreaterThan(fields.get("stage4.1.branches.3").size());
        assertThat(fields.get("heatmaps").step()).isEqualTo(4);
    }

    @Test
    void v2HeadMixesAllBranches() {
        HrNet net = HrNet.of(HrNetSpec.published(Version.V2, 18, 21), 256, 256);
        Part mix = net.part("head.conv_layers.0");
        assertThat(mix.output().output().channels()).isEqualTo(270);
        assertThat(((Convolution) mix.output().operation()).bias()).isTrue();
    }

    @Test
    void sizesMustHalveFiveTimes() {
        HrNetSpec spec = HrNetSpec.published(Version.V1, 32, 17);
        assertThatThrownBy(() -> HrNet.of(spec, 250, 192))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HrNet.of(spec, -64, 192))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
