package org.hrscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gains;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzWriter;
import org.hrscope.file.NamedInputs;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `inspect`: writes a model's inner values for one input as NPZ.
@Command(name = "inspect", mixinStandardHelpOptions = true)
public final class InspectCommand extends Printing implements Callable<Integer> {
    private static final String ALL = "all";

    /// Exit code of a comparison beyond the tolerance.
    private static final int DIFFERENT = 1;

    private final PoseEngine.SourceOpening opening;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path model = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "IMAGE")
    private @Nullable Path image;

    @Option(names = "--box", split = ",", paramLabel = "x,y,w,h", hideParamSyntax = true)
    private double @Nullable [] box;

    @Option(names = "--profile", paramLabel = "NAME|FILE")
    private @Nullable String profile;

    @Option(names = "--size", paramLabel = "HEIGHTxWIDTH")
    private @Nullable String size;

    @Option(names = "--tensor", paramLabel = "IN.npz:NAME")
    private @Nullable String tensor;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = ALL,
            paramLabel = "A,B,...",
            hideParamSyntax = true)
    private List<String> layers = List.of();

    @Option(names = "--gain", paramLabel = "NAME=VALUE")
    private List<String> gains = List.of();

    @Option(names = "--shares")
    private boolean shares;

    @Option(names = "--compare", paramLabel = "REF.npz")
    private @Nullable Path reference;

    @Option(names = "--tolerance", paramLabel = "T", defaultValue = "1e-3")
    private double tolerance;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.npz")
    private @Nullable Path output;

    /// @param opening opens the image
    public InspectCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (!(tolerance >= 0)) throw misuse("misuse.tolerance");
        networkFirst(model, image == null ? null : image.toString());
        boolean own = reference != null && tensor == null && image == null;
        if (own && output == null && gains.isEmpty() && !shares) return compare(null);
        if (box != null && box.length != 4) throw misuse("misuse.box");
        if ((tensor == null) == (image == null)) throw misuse("misuse.inspected");
        Gains cut = Gains.parse(gains);
        if (output == null && !shares && reference == null && (gains.isEmpty() || image == null)) {
            throw misuse("misuse.wanted");
        }
        if (output != null) {
            result("-o", output, ".npz");
            inputs().refuse(output);
        }
        Crop crop =
                image == null ? Crop.of(NpzArray.parse(String.valueOf(tensor)).one()) : crop(image);
        OnnxGraph graph = OnnxReader.read(model);
        List<String> values = layers.equals(List.of(ALL)) ? List.copyOf(graph.values()) : layers;
        PrintWriter out = out();
        if (gains.isEmpty()) {
            if (output != null) {
                try (InnerSession session = InnerSession.of(model, graph, values)) {
                    session.feed(crop.input());
                    write(session.run(values), output);
                }
            }
        } else {
            List<String> inner = output == null ? List.of() : values;
            try (CutSession session = CutSession.of(model, graph, crop.input().shape(), inner)) {
                session.feed(crop.input());
                if (output != null) write(session.run(cut, values), output);
                if (image != null) new CutReport(crop, out).effects(session, cut);
            }
        }
        if (shares) new CutReport(crop, out).shares(model, graph, cut);
        return reference == null ? 0 : compare(crop.input());
    }

    /// @param input null for the reference's own
    private int compare(@Nullable Tensor input) throws Problem {
        Path expected = Objects.requireNonNull(reference);
        List<String> only = layers.equals(List.of(ALL)) ? List.of() : layers;
        boolean alike = new CompareReport(out()).print(model, expected, input, only, tolerance);
        return alike ? 0 : DIFFERENT;
    }

    private void write(Map<String, Tensor> values, Path output) throws Problem {
        NpzWriter.write(output, npz -> add(values, npz));
        int count = values.size();
        written(count + (count == 1 ? " value " : " values "), output);
    }

    private static void add(Map<String, Tensor> values, NpzWriter to) throws IOException {
        for (var each : values.entrySet()) to.add(each.getKey(), each.getValue());
    }

    private NamedInputs inputs() {
        List<Path> files = ModelOptions.files(model, profile);
        if (image != null) files.add(image);
        if (reference != null) files.add(reference);
        if (tensor != null) files.add(NpzArray.parse(tensor).file());
        return new NamedInputs(files, () -> WeightFiles.of(model));
    }

    /// The network's input for this image, prepared by the live path.
    private Crop crop(Path picture) throws Problem, InterruptedException {
        ModelOpener opener = ModelOptions.opener(profile, size);
        try (PoseEstimator estimator = new PoseEstimator(opener.open(model))) {
            return Crop.of(opening, estimator, picture, box);
        }
    }
}
