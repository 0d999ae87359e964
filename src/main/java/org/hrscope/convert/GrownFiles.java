package org.hrscope.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.threads.Job;

/// Grown networks, each made once and kept. Any thread, but not the FX thread: a W48 takes seconds.
///
/// @param folder where they are kept; made when first needed
public record GrownFiles(Path folder) {

    /// The network at the size of a published one, proven to compute the same heatmaps.
    ///
    /// @throws Problem `grow.*`, `import.not-written`, `onnx.*`
    public Path at(ModelFile file, HrNetSpec sizes, Job.Progress progress) throws Problem {
        GrownNetwork grown = GrownNetwork.plan(file, sizes);
        String stem =
                String.format(
                        Locale.ROOT,
                        "%s-%08x-grown-w%d",
                        file.info().name(),
                        print(grown.weights()),
                        sizes.width());
        Path kept = folder.resolve(stem.toLowerCase(Locale.ROOT) + ".onnx");
        if (Files.exists(kept)) return kept;
        Path unproven = folder.resolve(stem.toLowerCase(Locale.ROOT) + ".unproven");
        List<String> maps = List.of(grown.net().parts().getLast().name());
        try {
            Files.createDirectories(folder);
            try (InnerSession origin = InnerSession.beside(file, file.graph(), maps)) {
                grown.write(unproven, progress);
                new GrownProof(file, grown).of(origin, unproven);
                Files.move(unproven, kept, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unproven);
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(kept, e);
        }
        return kept;
    }

    /// Whether a file was made here, by its name.
    public static boolean isGrown(Path file) {
        return file.getFileName().toString().matches(".*-[0-9a-f]{8}-grown-w\\d+\\.onnx");
    }

    /// Tells files of one name apart.
    private static long print(Map<String, Tensor> weights) {
        CRC32 print = new CRC32();
        new TreeMap<>(weights)
                .forEach((name, tensor) -> {
                    name.chars().forEach(print::update);
                    for (float value : tensor.toArray()) {
                        int bits = Float.floatToRawIntBits(value);
                        for (int shift = 0; shift < 32; shift += 8) print.update(bits >> shift);
                    }
                });
        return print.getValue();
    }
}
