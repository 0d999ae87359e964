package org.hrscope.ui.opening;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrscope.convert.CheckpointName;
import org.hrscope.convert.ImportedModel;
import org.hrscope.convert.Parity;
import org.hrscope.convert.ParityCheck;
import org.hrscope.convert.Proof;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzReader;
import org.hrscope.ui.common.Texts;

/// How an import was verified: against PyTorch's values if a `NAME.npz` is next to `NAME.pth`, else by one run on fixed
/// noise.
///
/// @param key       of its sentence
/// @param arguments of its sentence, the ONNX file's name first
public record ImportProof(String key, List<Object> arguments) {

    public ImportProof {
        arguments = List.copyOf(arguments);
    }

    /// Runs the network; off the FX thread.
    public static ImportProof of(ImportedModel made, Path checkpoint) throws Problem {
        Path beside = CheckpointName.reference(checkpoint);
        Map<String, Tensor> reference = Files.exists(beside) ? NpzReader.read(beside) : Map.of();
        Path file = made.file().getFileName();
        return switch (new ParityCheck().prove(made, reference)) {
            case Proof.Tried(double least, double most) ->
                    new ImportProof("import.tried", List.of(file, brief(least), brief(most)));
            case Proof.Compared(List<Parity> values) ->
                    new ImportProof(
                            "import.compared",
                            List.of(
                                    file,
                                    values.size(),
                                    beside.getFileName(),
                                    values.getFirst().name(),
                                    brief(values.getFirst().relative())));
        };
    }

    private static String brief(double value) {
        return Texts.format("%.3g", value);
    }

    public String in(Texts texts) {
        return texts.get(key, arguments.toArray());
    }
}
