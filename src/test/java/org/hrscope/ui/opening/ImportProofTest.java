package org.hrscope.ui.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hrscope.convert.FixedInput;
import org.hrscope.convert.ImportedModel;
import org.hrscope.convert.RandomNetwork;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzWriter;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.ui.common.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportProofTest {
    private static final int SIDE = 64;

    @TempDir private Path folder;
    private ImportedModel made;
    private Path checkpoint;

    @BeforeEach
    void imported() throws Exception {
        HrNetSpec spec = HrNetSpec.published(HrNetSpec.Version.V1, 18, 17);
        Path onnx = RandomNetwork.write(spec, SIDE, SIDE, folder.resolve("w18.onnx"));
        made =
                new ImportedModel(
                        onnx,
                        HrNet.of(spec, SIDE, SIDE),
                        Skeletons.byId("coco17").orElseThrow(),
                        Decoder.QUARTER,
                        "");
        checkpoint = folder.resolve("net.pth");
    }

    /// What the network gives for the fixed input, one heatmap value moved by `off`.
    private void reference(float off) throws Exception {
        Map<String, Tensor> values = new TreeMap<>();
        Tensor input = FixedInput.of(SIDE, SIDE);
        values.put("input", input);
        Path onnx = made.file();
        List<String> names = List.of("layer1.3", "heatmaps");
        try (InnerSession session = InnerSession.of(onnx, OnnxReader.read(onnx), names)) {
            session.feed(input);
            session.run(names)
                    .forEach((name, value) -> {
                        float[] copy = value.toArray();
                        if (name.equals("heatmaps")) copy[0] += off;
                        values.put(name, Tensor.of(value.shape(), copy));
                    });
        }
        WholeFile.write(
                folder.resolve("net.npz"),
                channel -> {
                    try (NpzWriter npz = new NpzWriter(Channels.newOutputStream(channel))) {
                        for (var each : values.entrySet()) npz.add(each.getKey(), each.getValue());
                    }
                });
    }

    @Test
    void withoutAReferenceItRunsOnce() throws Exception {
        ImportProof proof = ImportProof.of(made, checkpoint);
        assertThat(proof.key()).isEqualTo("import.tried");
        assertThat(proof.in(new Texts())).startsWith("w18.onnx ran on fixed noise");
    }

    @Test
    void aReferenceBesideTheCheckpointIsComparedWith() throws Exception {
        reference(0);
        ImportProof proof = ImportProof.of(made, checkpoint);
        assertThat(proof.in(new Texts()))
                .contains("2 values compared with net.npz", "largest difference: 0.00 of");
    }

    @Test
    void theFarthestValueIsNamed() throws Exception {
        reference(1e6f);
        Texts texts = new Texts();
        texts.languageProperty().set(Locale.SIMPLIFIED_CHINESE);
        String said = ImportProof.of(made, checkpoint).in(texts);
        assertThat(said).contains("差异最大的是 heatmaps").doesNotContain("0.00");
    }
}
