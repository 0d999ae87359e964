package org.hrscope.ui.main;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hrscope.convert.ImportedModel;
import org.hrscope.convert.Parity;
import org.hrscope.convert.ParityCheck;
import org.hrscope.export.NpzReader;
import org.hrscope.model.Problem;
import org.hrscope.model.Tensor;
import org.hrscope.ui.common.Texts;

/// How an imported network was proven: beside PyTorch's values where a `NAME.npz` lies beside `NAME.pth`, else by one run
/// on fixed noise.
///
/// @param key       of its sentence
/// @param arguments of its sentence, the ONNX file's name first
record ImportProof(String key, List<Object> arguments) {

    ImportProof {
        arguments = List.copyOf(arguments);
    }

    /// Runs the network; off the FX thread.
    ///
    /// @param name the checkpoint's, without its ending
    static ImportProof of(ImportedModel made, Path checkpoint, String name) throws Problem {
        ParityCheck check = new ParityCheck();
        Path file = made.file();
        Path beside = checkpoint.resolveSibling(name + ".npz");
        Map<String, Tensor> reference = Files.exists(beside) ? NpzReader.read(beside) : Map.of();
        if (reference.isEmpty()) {
            var seen = check.tryOut(file, made.net().inputHeight(), made.net().inputWidth());
            return new ImportProof(
                    "import.tried",
                    List.of(file.getFileName(), brief(seen.getMin()), brief(seen.getMax())));
        }
        List<Parity> report = check.run(file, reference);
        Parity farthest =
                report.stream().max(Comparator.comparingDouble(Parity::relative)).orElseThrow();
        return new ImportProof(
                "import.compared",
                List.of(
                        file.getFileName(),
                        report.size(),
                        beside.getFileName(),
                        farthest.name(),
                        brief(farthest.relative())));
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    String in(Texts texts) {
        return texts.get(key, arguments.toArray());
    }
}
