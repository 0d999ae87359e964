package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Operation.Convolution;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The untrained network differs from the trained one only in its values.
class UntrainedTwinTest {
    @TempDir Path folder;

    private Path twin(HrNet net, String name) throws Problem {
        Path file = folder.resolve(name);
        UntrainedTwin.write(net, file);
        return file;
    }

    @Test
    void namesAndShapesAreThoseOfTheTrainedOne() throws Problem {
        ModelFile trained;
        try (var open = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            trained = open.file();
        }
        OnnxGraph expected = trained.graph();
        HrNet net = HrNetReader.declared(expected).orElseThrow();
        OnnxGraph twin = OnnxReader.read(twin(net, "twin.onnx"));
        assertThat(new TreeMap<>(twin.weights())).isEqualTo(new TreeMap<>(expected.weights()));
        assertThat(twin.inputs()).hasToString(expected.inputs().toString());
        assertThat(twin.outputs()).hasToString(expected.outputs().toString());
        assertThat(twin.values()).isEqualTo(expected.values());
        assertThat(HrNetReader.declared(twin)).contains(net);
    }

    @Test
    void itIsTheSameEveryTime() throws Problem, IOException {
        HrNet net = HrNet.of(HrNetSpec.published(Version.V1, 8, 17), 64, 64);
        assertThat(Files.mismatch(twin(net, "a.onnx"), twin(net, "b.onnx"))).isEqualTo(-1);
    }

    /// With weights around 0.001, each layer's values are smaller than the previous one's.
    @ParameterizedTest
    @EnumSource(Version.class)
    void itsMapsAreNearZeroButNotZero(Version version) throws Problem {
        HrNet net = HrNet.of(HrNetSpec.published(version, 16, 17), 128, 96);
        Path file = twin(net, "twin.onnx");
        Map<String, Float> largest = new TreeMap<>();
        Set<String> names = Set.of("stem.conv1", "heatmaps");
        try (InnerSession session = InnerSession.of(file, OnnxReader.read(file), names)) {
            session.feed(FixedInput.of(128, 96));
            session.run(names).forEach((name, value) -> largest.put(name, largest(value)));
        }
        assertThat(largest.get("stem.conv1")).isBetween(1e-3f, 0.1f);
        assertThat(largest.get("heatmaps")).isBetween(Float.MIN_NORMAL, 1e-6f);
    }

    private static float largest(Tensor value) {
        float largest = 0;
        for (float number : value.toArray()) largest = Math.max(largest, Math.abs(number));
        return largest;
    }

    /// The batch norms' gain of 1 / sqrt(1 + 1e-5) is folded in.
    @Test
    void weightsAreSpreadAsTheOfficialCodeSpreadsThem() {
        Convolution convolution =
                new Convolution("conv", Optional.of("bn"), 64, 64, 3, 1, false, true);
        FilterValues values = new UntrainedTwin.Untrained(convolution);
        FloatBuffer weights = FloatBuffer.allocate(64 * 64 * 9);
        FloatBuffer bias = FloatBuffer.allocate(64);
        values.putWeights(weights);
        values.putBias(bias);
        assertThat(weights.remaining() + bias.remaining()).isZero();
        assertThat(bias.array()).containsOnly(0);
        double sum = 0;
        double squares = 0;
        for (float weight : weights.array()) {
            sum += weight;
            squares += (double) weight * weight;
        }
        assertThat(sum / weights.capacity()).isBetween(-2e-5, 2e-5);
        assertThat(Math.sqrt(squares / weights.capacity())).isBetween(0.00098, 0.00102);
    }
}
