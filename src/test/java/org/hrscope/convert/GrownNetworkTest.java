package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.ExchangePath;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Grown networks compute what the small one does, whatever they are filled with.
class GrownNetworkTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private static Map<String, Tensor> run(Path file, Tensor input, Collection<String> names)
            throws Problem {
        Map<String, Tensor> copies = new HashMap<>();
        try (InnerSession session = InnerSession.of(file, OnnxReader.read(file), names)) {
            session.feed(input);
            session.run(names).forEach((n, t) -> copies.put(n, Tensor.of(t.shape(), t.toArray())));
        }
        return copies;
    }

    private static double largestDifference(Tensor one, Tensor other) {
        double largest = 0;
        for (int i = 0; i < one.shape().count(); i++) {
            largest = Math.max(largest, Math.abs((double) one.get(i) - other.get(i)));
        }
        return largest;
    }

    @Test
    void theBundledNetworkAtTheSizeOfW32() throws Problem {
        Path file = folder.resolve("w32.onnx");
        List<Stage> published = List.of(new Stage(1, 4), new Stage(4, 4), new Stage(3, 4));
        GrownNetwork.plan(BUNDLED, 32, published).write(file);
        OnnxGraph graph = OnnxReader.read(file);
        HrNet net = HrNetReader.declared(graph).orElseThrow();
        assertThat(net.spec()).isEqualTo(HrNetSpec.published(Version.V1, 32, 17));
        assertThat(net.exchangePaths()).filteredOn(path -> !path.isIdentity()).hasSize(53);
        assertThat(net.exchangePaths()).filteredOn(ExchangePath::isUp).hasSize(28);
        assertThat(graph.metadata())
                .containsEntry("joints", "coco17")
                .containsEntry("architecture", "HRNet-W32")
                .containsEntry("grown_from", "HRNet-W16, width 16, modules 1,2,2, blocks 2,2,2")
                .containsKey("untrained")
                .doesNotContainKey("source_sha256");
        Tensor input = FixedInput.of(256, 192);
        List<String> names = List.of("heatmaps", "stage4.2.fused.0", "stage3.3.branches.2");
        Map<String, Tensor> grown = run(file, input, names);
        Map<String, Tensor> old =
                run(BUNDLED, input, List.of("heatmaps", "stage4.1.fused.0", "stage3.1.fused.2"));
        double off = largestDifference(old.get("heatmaps"), grown.get("heatmaps"));
        System.out.printf("grown to W32: heatmaps differ by %.1e%n", off);
        assertThat(off).isLessThan(1e-5);
        // Old channels first, with what they held; added modules pass them on.
        assertThat(largestDifference(old.get("stage4.1.fused.0"), grown.get("stage4.2.fused.0")))
                .isLessThan(1e-4);
        assertThat(largestDifference(old.get("stage3.1.fused.2"), grown.get("stage3.3.branches.2")))
                .isLessThan(1e-4);
        // New channels live, and stay in bounds.
        Tensor fused = grown.get("stage4.2.fused.0");
        float[] news = new float[16 * 64 * 48];
        fused.values().get(16 * 64 * 48, news);
        double sum = 0;
        for (float value : news) sum += value;
        assertThat(sum / news.length).isBetween(1e-4, 1e4);
        try (PoseModel opened = new ModelOpener(ModelProfile.EMPTY).open(file)) {
            assertThat(opened.info().skeleton().joints()).contains("left_wrist");
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void whicheverHeadItHas(Version version) throws Problem {
        HrNetSpec spec =
                new HrNetSpec(
                        version,
                        6,
                        5,
                        version == Version.V1 ? 3 : 1,
                        2,
                        List.of(new Stage(1, 1), new Stage(2, 1), new Stage(1, 2)));
        Path small = RandomNetwork.write(spec, 64, 96, folder.resolve("small.onnx"));
        Path large = folder.resolve("large.onnx");
        List<Stage> stages = List.of(new Stage(2, 3), new Stage(2, 2), new Stage(3, 2));
        GrownNetwork.plan(small, 11, stages).write(large);
        Tensor input = FixedInput.of(64, 96);
        Tensor before = run(small, input, List.of("heatmaps")).get("heatmaps");
        Tensor after = run(large, input, List.of("heatmaps")).get("heatmaps");
        float largest = 0;
        for (float value : before.toArray()) largest = Math.max(largest, Math.abs(value));
        assertThat(largestDifference(before, after)).isLessThan(1e-5 * Math.max(1, largest));
        assertThat(OnnxReader.read(large).weights()).isNotEqualTo(OnnxReader.read(small).weights());
    }

    @Test
    void itIsTheSameEveryTime() throws Exception {
        List<Stage> stages = List.of(new Stage(1, 2), new Stage(2, 2), new Stage(3, 2));
        Path one = folder.resolve("one.onnx");
        Path other = folder.resolve("other.onnx");
        GrownNetwork.plan(BUNDLED, 18, stages).write(one);
        GrownNetwork.plan(BUNDLED, 18, stages).write(other);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void nothingShrinks() {
        List<Stage> published = List.of(new Stage(1, 4), new Stage(4, 4), new Stage(3, 4));
        assertThatThrownBy(() -> GrownNetwork.plan(BUNDLED, 15, published))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("width 16, modules 1,2,2, blocks 2,2,2");
        List<Stage> shallow = List.of(new Stage(1, 2), new Stage(1, 2), new Stage(1, 1));
        assertThatThrownBy(() -> GrownNetwork.plan(BUNDLED, 32, shallow))
                .isInstanceOf(Problem.class);
        Path none = folder.resolve("none.onnx");
        assertThatThrownBy(() -> GrownNetwork.plan(none, 32, published))
                .hasMessageContaining("none.onnx");
    }
}
