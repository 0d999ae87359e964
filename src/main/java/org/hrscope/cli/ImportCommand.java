package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.convert.CheckpointName;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.ImportedModel;
import org.hrscope.convert.InputSize;
import org.hrscope.convert.Parity;
import org.hrscope.convert.ParityCheck;
import org.hrscope.convert.Proof;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.domain.Tensor;
import org.hrscope.file.NamedInputs;
import org.hrscope.hrnet.HrNet;
import org.hrscope.library.Catalogue;
import org.hrscope.library.CatalogueEntry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import`: converts a PyTorch checkpoint to ONNX, then runs and compares it.
@Command(name = "import", mixinStandardHelpOptions = true)
public final class ImportCommand extends Printing implements Callable<Integer> {
    private static final int SHOWN = 5;

    private final CheckpointImport importer;
    private final ParityCheck parity;
    private final Catalogue catalogue;

    @Parameters(paramLabel = "CHECKPOINT")
    private Path checkpoint = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "ONNX")
    private @Nullable Path output;

    @Option(names = "--size", paramLabel = "HEIGHTxWIDTH")
    private @Nullable String size;

    @Option(names = "--joints", paramLabel = "NAME")
    private @Nullable String joints;

    @Option(names = "--decoder", paramLabel = "NAME")
    private @Nullable Decoder decoder;

    @Option(names = "--dynamic-batch")
    private boolean freeBatch;

    @Option(names = "--reference", paramLabel = "FILE.npz[:NAME]")
    private List<String> references = new ArrayList<>();

    /// @param catalogue knows the settings of published files
    public ImportCommand(CheckpointImport importer, ParityCheck parity, Catalogue catalogue) {
        this.importer = importer;
        this.parity = parity;
        this.catalogue = catalogue;
    }

    @Override
    public Integer call() throws Problem {
        PrintWriter out = out();
        Path onnx =
                output == null
                        ? checkpoint.resolveSibling(CheckpointName.stem(checkpoint) + ".onnx")
                        : output;
        NamedInputs inputs =
                new NamedInputs(Stream.concat(Stream.of(checkpoint), compared()).toList());
        result("-o", onnx, ".onnx");
        inputs.refuse(onnx);
        ImportedModel made = importer.run(checkpoint, onnx, options());
        HrNet net = made.net();
        out.printf(
                "%s, %d joints (%s), input %dx%d: %,d parameters, %,d multiply-adds%n",
                net.spec().name(),
                net.spec().joints(),
                made.skeleton().id(),
                net.inputHeight(),
                net.inputWidth(),
                net.parameters(),
                net.multiplyAdds());
        if (!made.place().isEmpty()) out.printf("taken from: %s%n", made.place());
        written("", made.file());
        compare(made, out);
        return 0;
    }

    private ImportOptions options() throws Problem {
        Optional<InputSize> chosen = size == null ? Optional.empty() : InputSize.in(size);
        if (size != null && chosen.isEmpty()) {
            throw new Problem("import.size", size, HrNet.SIZE_STEP);
        }
        Optional<Skeleton> skeleton = joints == null ? Optional.empty() : Skeletons.byId(joints);
        if (joints != null && skeleton.isEmpty()) {
            throw new Problem("import.no-joints", joints, String.join(", ", Skeletons.IDS));
        }
        ImportOptions known =
                catalogue
                        .published(String.valueOf(checkpoint.getFileName()))
                        .map(CatalogueEntry::importOptions)
                        .orElse(ImportOptions.NONE);
        return new ImportOptions(
                chosen.or(known::size),
                skeleton.or(known::skeleton),
                Optional.ofNullable(decoder).or(known::decoder),
                freeBatch);
    }

    /// The files to compare the network with.
    private Stream<Path> compared() {
        Path beside = CheckpointName.reference(checkpoint);
        if (references.isEmpty() && Files.exists(beside)) references.add(beside.toString());
        return references.stream().map(text -> NpzArray.parse(text).file());
    }

    private void compare(ImportedModel made, PrintWriter out) throws Problem {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String text : references) tensors.putAll(NpzArray.parse(text).all());
        switch (parity.prove(made, tensors)) {
            case Proof.Tried(double least, double most) ->
                    out.printf(
                            "run on fixed noise: heatmaps %s from %.4g to %.4g; no reference to compare"
                                    + " with%n",
                            made.net().heatmaps(), least, most);
            case Proof.Compared(List<Parity> values) -> print(values, out);
        }
    }

    private static void print(List<Parity> values, PrintWriter out) {
        int all = values.size();
        String compared = all == 1 ? "1 value" : all + " values";
        out.printf("compared with the reference: %s; largest differences:%n", compared);
        for (Parity each : values.subList(0, Math.min(SHOWN, values.size()))) {
            out.printf(
                    "  %-28s %.2e of the maximum (%.2e of %.4g)%n",
                    each.name(),
                    each.relative(),
                    each.largestDifference(),
                    each.largestReference());
        }
    }
}
