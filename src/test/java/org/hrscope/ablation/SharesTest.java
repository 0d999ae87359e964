package org.hrscope.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Shares are exact: they add up to the peak.
class SharesTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private static void addUp(Path file, Tensor input, int terms) throws Problem {
        OnnxGraph graph = OnnxReader.read(file);
        HrNet net = HrNetReader.declared(graph).orElseThrow();
        Map<String, Tensor> weights = OnnxWeights.read(file, Shares::isNeeded);
        Shares shares = Shares.of(net, weights).orElseThrow();
        try (InnerSession session = InnerSession.of(file, graph, shares.values())) {
            session.feed(input);
            Map<String, Tensor> values = session.run(shares.values());
            Tensor maps = values.get("heatmaps");
            int cells = maps.shape().size(2) * maps.shape().size(3);
            for (int joint = 0; joint < net.spec().joints(); joint++) {
                PeakShares peak = shares.at(joint, values);
                double sum = peak.bias();
                for (double share : peak.shares().values()) sum += share;
                assertThat(peak.shares()).hasSize(terms);
                assertThat(sum).as("joint %d", joint).isCloseTo(peak.peak(), within(1e-4));
                float highest = Float.NEGATIVE_INFINITY;
                for (int i = 0; i < cells; i++) {
                    highest = Math.max(highest, maps.get(joint * cells + i));
                }
                assertThat(peak.peak()).isEqualTo(highest);
            }
        }
    }

    @Test
    void ofTheBundledNetwork() throws Problem {
        addUp(BUNDLED, Inputs.noise(256, 192), 4);
    }

    @ParameterizedTest
    @CsvSource({"V1,1", "V1,3", "V2,1"})
    void ofEveryHead(Version version, int kernel) throws Problem {
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(1, 1), new Stage(2, 1));
        HrNetSpec spec = new HrNetSpec(version, 8, 7, kernel, 1, stages);
        Path file = RandomNetwork.write(spec, 96, 64, folder.resolve("net.onnx"));
        addUp(file, Inputs.noise(96, 64), 4);
    }

    /// A branch's own part has a gain in the sum of its row only: the branch itself, which the split is of, has none.
    @ParameterizedTest
    @ValueSource(strings = {"fuse_layers.0.0", "fuse_layers.0.2", "branches.0", "branches.1"})
    void ofWhatACutLeaves(String cut) throws Problem {
        OnnxGraph graph = OnnxReader.read(BUNDLED);
        HrNet net = HrNetReader.declared(graph).orElseThrow();
        Map<String, Tensor> weights = OnnxWeights.read(BUNDLED, Shares::isNeeded);
        Shares shares = Shares.of(net, weights).orElseThrow();
        List<String> names = new ArrayList<>(shares.values());
        names.addAll(shares.gated());
        try (CutSession session = CutSession.of(BUNDLED, graph, Shape.of(1, 3, 256, 192), names)) {
            session.feed(Inputs.noise(256, 192));
            Map<String, Tensor> values =
                    session.run(Gains.NONE.with("stage4.0." + cut, 0.25f), names);
            PeakShares peak = shares.at(9, values);
            double sum = peak.bias();
            for (double share : peak.shares().values()) sum += share;
            assertThat(sum).isCloseTo(peak.peak(), within(1e-4));
        }
    }
}
