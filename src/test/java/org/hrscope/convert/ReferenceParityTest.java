package org.hrscope.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Imported networks compute what the official PyTorch code does.
class ReferenceParityTest {
    private static final Path REFERENCE = Path.of("../shared/reference");
    private static final Path MODELS = Path.of("../shared/models");

    @TempDir Path folder;

    private static Path there(Path file) {
        assumeTrue(Files.exists(file), "no reference tensors here");
        return file;
    }

    private List<Parity> check(String checkpoint, String... references) throws Problem {
        Path onnx = folder.resolve("net.onnx");
        Path file = there(REFERENCE.resolve(checkpoint));
        new CheckpointImport().run(file, onnx, ImportOptions.NONE);
        Map<String, Tensor> reference = new LinkedHashMap<>();
        for (String name : references) {
            Path npz = REFERENCE.resolve(name.split(":")[0]);
            if (name.contains(":")) {
                String array = name.split(":")[1];
                reference.put(array, NpzReader.read(npz, array).orElseThrow());
            } else {
                reference.putAll(NpzReader.read(npz));
            }
        }
        return new ParityCheck().run(onnx, reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hrnet_w8_official.pth", "hrnet_w8_official_legacy.pth"})
    void everyInnerValueOfTheFullTopology(String checkpoint) throws Problem {
        List<Parity> report = check(checkpoint, "hrnet_w8_taps.npz");
        assertThat(report).hasSize(90);
        assertThat(report).allSatisfy(p -> assertThat(p.relative()).isLessThan(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"mmpose1,1e-4", "mmpose0_legacy,1e-4", "dataparallel,1e-4", "half,5e-3"})
    void everyWrapping(String wrapping, double bar) throws Problem {
        List<Parity> report =
                check(
                        "hrnet_w8small_" + wrapping + ".pth",
                        "hrnet_w8_taps.npz:input",
                        "hrnet_w8small_taps.npz");
        assertThat(report).hasSize(1);
        assertThat(report.getFirst().relative()).isLessThan(bar);
    }

    @Test
    void concatenatedHead() throws Problem {
        List<Parity> report = check("hrnetv2_w8small_hand21.pth", "hrnetv2_w8small_hand21.npz");
        assertThat(report).hasSize(1);
        assertThat(report.getFirst().relative()).isLessThan(1e-4);
    }

    /// The bundled model was imported from this checkpoint, so any change in the importer shows.
    @Test
    void theBundledModelComesOutTheSame() throws Problem {
        Path checkpoint = there(MODELS.resolve("hrnet_w16_coco17_256x192.pth"));
        Path onnx = folder.resolve("net.onnx");
        new CheckpointImport().run(checkpoint, onnx, ImportOptions.NONE);
        Path bundled = MODELS.resolve("hrnet_w16_coco17_256x192.onnx");
        Tensor input =
                NpzReader.read(REFERENCE.resolve("hrnet_w8_taps.npz"), "input").orElseThrow();
        Map<String, Tensor> reference = new LinkedHashMap<>();
        List<String> names = List.of("stage3.0.fuse_layers.0.2", "heatmaps");
        try (var session = InnerSession.of(bundled, OnnxReader.read(bundled), names)) {
            session.feed(input);
            session.run(names)
                    .forEach((name, value) ->
                            reference.put(name, Tensor.of(value.shape(), value.toArray())));
        }
        reference.put("input", Objects.requireNonNull(input));
        assertThat(new ParityCheck().run(onnx, reference))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.largestDifference()).isLessThan(1e-5));
    }
}
