package org.hrscope.ui.equation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hrscope.Shared;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.hrnet.HrNetSpec.Version;
import org.hrscope.hrnet.Part;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxKernel;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.OnnxWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The terms of every equation add up to what the network itself says.
class EquationsTest {
    private static final Path BUNDLED = Path.of("models/hrnet_w16_coco17_256x192.onnx");

    @TempDir Path folder;

    private static Tensor noise(int height, int width) {
        Random random = new Random(11);
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return Tensor.of(Shape.of(1, 3, height, width), values);
    }

    /// One network, whose values are asked for as the window does.
    private record Bench(Path file, OnnxGraph graph, Anatomy anatomy, Tensor input) {
        static Bench of(Path file, Tensor input) throws Problem {
            OnnxGraph graph = OnnxReader.read(file);
            return new Bench(
                    file, graph, new Anatomy(new ModelFile(file, null), graph, Set.of()), input);
        }

        HrNet net() {
            return HrNetReader.declared(graph).orElseThrow();
        }

        Measured measured(String value) throws Problem {
            Map<String, Tensor> weights = OnnxWeights.read(file, name -> true);
            try (InnerSession session = InnerSession.of(file, graph, graph.values())) {
                return measured(value, session, weights);
            }
        }

        private Measured measured(String value, InnerSession session, Map<String, Tensor> weights)
                throws Problem {
            Derivation derivation = anatomy.derivation(value);
            Set<String> names = new LinkedHashSet<>(derivation.values());
            names.add(value);
            OnnxKernel kernel =
                    derivation instanceof Derivation.Weighted weighted
                            ? OnnxKernel.of(weighted.convolution(), weights).orElseThrow()
                            : null;
            session.feed(input);
            return Measured.of(value, 0, derivation, kernel, session.run(names)).orElseThrow();
        }

        /// @return how many of the nodes are sums or convolutions
        int addUp() throws Problem {
            int understood = 0;
            Map<String, Tensor> weights = OnnxWeights.read(file, name -> true);
            try (InnerSession session = InnerSession.of(file, graph, graph.values())) {
                for (Part part : net().parts()) {
                    if (part.kind() == Part.Kind.PICTURE) continue;
                    if (anatomy.derivation(part.name()) instanceof Derivation.Other) continue;
                    understood++;
                    Measured measured = measured(part.name(), session, weights);
                    int channels = part.output().output().channels();
                    for (int channel : new int[] {channels / 3, channels - 1}) {
                        Equation equation = measured.at(channel);
                        assertThat(equation.channel()).isEqualTo(channel);
                        assertThat(equation.error()).as(part.name() + channel).isLessThan(1e-4);
                    }
                }
            }
            return understood;
        }
    }

    @Test
    void ofTheBundledNetwork() throws Problem {
        Bench bench = Bench.of(BUNDLED, noise(256, 192));
        long up =
                bench.net().parts().stream().filter(p -> p.kind() == Part.Kind.EXCHANGE_UP).count();
        // The picture and the upsampled paths are neither sums nor convolutions.
        assertThat(bench.addUp()).isEqualTo(bench.net().parts().size() - 1 - (int) up);
    }

    @Test
    void ofTheReferenceNetwork() throws Exception {
        Path checkpoint = Shared.file("reference/hrnet_w8_official.pth");
        Tensor input =
                NpzReader.read(Shared.file("reference/hrnet_w8_taps.npz"), "input").orElseThrow();
        Path onnx = folder.resolve("w8.onnx");
        new CheckpointImport().run(checkpoint, onnx, ImportOptions.NONE);
        assertThat(Bench.of(onnx, input).addUp()).isGreaterThan(40);
    }

    @Test
    void ofASecondVersion() throws Problem {
        List<Stage> stages = List.of(new Stage(1, 1), new Stage(1, 1), new Stage(1, 2));
        HrNetSpec spec = new HrNetSpec(Version.V2, 8, 5, 1, 2, stages);
        Path file = RandomNetwork.write(spec, 96, 64, folder.resolve("v2.onnx"));
        Bench bench = Bench.of(file, noise(96, 64));
        assertThat(bench.addUp()).isGreaterThan(15);
        assertThat(bench.anatomy.derivation("head.concatenated"))
                .isEqualTo(
                        new Derivation.Other(
                                "Concat", bench.net().part("head.concatenated").inputs()));
    }

    @Test
    void exchangesBlocksAndTheHeadAreTakenApartAsThePaperDrawsThem() throws Problem {
        Anatomy anatomy = Bench.of(BUNDLED, noise(256, 192)).anatomy;
        assertThat(anatomy.derivation("stage4.0.fused.0"))
                .isEqualTo(
                        new Derivation.Sum(
                                List.of(
                                        "stage4.0.branches.0",
                                        "stage4.0.fuse_layers.0.1",
                                        "stage4.0.fuse_layers.0.2",
                                        "stage4.0.fuse_layers.0.3"),
                                List.of(),
                                true));
        assertThat(anatomy.derivation("layer1.0"))
                .isEqualTo(
                        new Derivation.Sum(
                                List.of("layer1.0.conv3", "layer1.0.downsample"),
                                List.of("layer1.0.conv1", "layer1.0.conv2"),
                                true));
        assertThat(anatomy.derivation("stage3.0.branches.1"))
                .isEqualTo(
                        new Derivation.Sum(
                                List.of("stage3.0.branches.1.1.conv2", "stage3.0.branches.1.0"),
                                List.of("stage3.0.branches.1.1.conv1"),
                                true));
        assertThat(anatomy.derivation("stage2.0.fuse_layers.0.1"))
                .isEqualTo(
                        new Derivation.Other("Resize", List.of("stage2.0.fuse_layers.0.1.narrow")));
        assertThat(anatomy.derivation("image")).isEqualTo(new Derivation.Other("", List.of()));
    }

    /// Channels are in order of what they add; the rest are one map.
    @Test
    void headShowsTheLargestChannelsFirst() throws Problem {
        Equation equation = Bench.of(BUNDLED, noise(256, 192)).measured("heatmaps").at(9);
        assertThat(equation.terms())
                .extracting(Equation.Term::kind)
                .containsExactly(
                        Equation.Kind.CHANNEL,
                        Equation.Kind.CHANNEL,
                        Equation.Kind.CHANNEL,
                        Equation.Kind.CHANNEL,
                        Equation.Kind.OTHERS,
                        Equation.Kind.BIAS);
        assertThat(equation.relu()).isFalse();
        assertThat(equation.terms().get(4).channel()).isEqualTo(12);
        double before = Double.MAX_VALUE;
        for (Equation.Term term : equation.terms().subList(0, 4)) {
            double weight = 0;
            for (float value : term.map().values()) weight += Math.abs(value);
            assertThat(weight).isLessThanOrEqualTo(before);
            before = weight;
        }
    }
}
