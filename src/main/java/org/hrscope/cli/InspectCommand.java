package org.hrscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gains;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.export.NpzWriter;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inspect`: writes a model's inner values for one input as NPZ.
@Command(
        name = "inspect",
        description = "Write a model's inner values for one input.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
    private static final String ALL = "all";

    /// Exit code of a comparison beyond the tolerance.
    private static final int DIFFERENT = 1;

    private final PoseEngine.SourceOpening opening;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "An ONNX file.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "IMAGE",
            description = "An image; the crop is taken from it as in the window.")
    private @Nullable Path image;

    @Option(
            names = "--box",
            split = ",",
            paramLabel = "x,y,w,h",
            description = "The person's box in image pixels (default: the whole image).")
    private double @Nullable [] box;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description =
                    "How to normalise the input, if the model does not say: imagenet, unit, or a"
                            + " properties file.")
    private @Nullable String profile;

    @Option(
            names = "--size",
            paramLabel = "HEIGHTxWIDTH",
            description = "Input size of a network with free dimensions.")
    private @Nullable String size;

    @Option(
            names = "--tensor",
            paramLabel = "IN.npz:NAME",
            description = "Instead of an image: the normalised input tensor.")
    private @Nullable String tensor;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = ALL,
            paramLabel = "A,B,...",
            description = "Names of the values, as listed by describe (default: all).")
    private List<String> layers = List.of();

    @Option(
            names = "--gain",
            paramLabel = "NAME=VALUE",
            description = {
                "Multiply a path, branch, block or value by a number, NAME#CHANNEL=VALUE one channel of it; may be given"
                        + " several times. 0 cuts: stage3.0.fuse_layers.2.0=0 is the path from branch 0 to branch 2.",
                "The values written are those of the network so changed; for an image the joints are compared."
            })
    private List<String> gains = List.of();

    @Option(
            names = "--shares",
            description = "Tell how much of each joint's peak comes from which resolution.")
    private boolean shares;

    @Option(
            names = "--compare",
            paramLabel = "REF.npz",
            description =
                    "Compare with a reference: arrays under the values' names, and the input (which IMAGE or --tensor"
                            + " replaces). Exit code 1 if a value is beyond the tolerance.")
    private @Nullable Path reference;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            defaultValue = "1e-3",
            description =
                    "Largest difference allowed by --compare, as a share of the value's largest"
                            + " reference (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.npz",
            description = "Output file of the values.")
    private @Nullable Path output;

    /// @param opening opens the image
    public InspectCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec);
        boolean own = reference != null && tensor == null && image == null;
        if (own && output == null && gains.isEmpty() && !shares) return compare(null);
        if ((tensor == null) == (image == null) || (box != null && box.length != 4)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "Give either an IMAGE [--box x,y,w,h] or --tensor.");
        }
        Gains cut = Gains.parse(gains);
        if (output == null && !shares && reference == null && (gains.isEmpty() || image == null)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(),
                    "Give -o, --shares, --compare, or --gain with an IMAGE.");
        }
        if (output != null) {
            WholeFile.check(output);
            inputs().refuse(output);
        }
        Crop crop =
                image == null ? Crop.of(NpzArray.parse(String.valueOf(tensor)).one()) : crop(image);
        OnnxGraph graph = OnnxReader.read(model);
        List<String> values = layers.equals(List.of(ALL)) ? List.copyOf(graph.values()) : layers;
        PrintWriter out = command.commandLine().getOut();
        if (gains.isEmpty()) {
            if (output != null) {
                try (InnerSession session = InnerSession.of(model, graph, values)) {
                    session.feed(crop.input());
                    write(session.run(values), output, out);
                }
            }
        } else {
            try (CutSession session =
                    CutSession.of(model, graph, output == null ? List.of() : values)) {
                session.feed(crop.input());
                if (output != null) write(session.run(cut, values), output, out);
                if (image != null) new CutReport(crop, out).effects(session, cut);
            }
        }
        if (shares) new CutReport(crop, out).shares(model, graph);
        int exit = reference == null ? 0 : compare(crop.input());
        out.flush();
        return exit;
    }

    /// @param input null for the reference's own
    private int compare(@Nullable Tensor input) throws Problem {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path expected = Objects.requireNonNull(reference);
        boolean within = new CompareReport(out).print(model, expected, input, tolerance);
        out.flush();
        return within ? 0 : DIFFERENT;
    }

    private static void write(Map<String, Tensor> values, Path output, PrintWriter out)
            throws Problem {
        NpzWriter.write(output, npz -> add(values, npz));
        out.printf("%d values written: %s%n", values.size(), output);
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
        List<Crop> crops = new ArrayList<>();
        try (PoseEstimator estimator = new PoseEstimator(opener.open(model))) {
            FrameRun.run(
                    () -> opening.open(new SourceSpec.Picture(picture)),
                    grabbed -> {
                        crops.add(crop(grabbed.frame(), estimator));
                        return false;
                    });
        }
        return crops.getFirst();
    }

    private Crop crop(Frame frame, PoseEstimator estimator) {
        BoundingBox where =
                box == null
                        ? BoundingBox.wholePicture(frame.width(), frame.height())
                        : new BoundingBox(box[0], box[1], box[2], box[3]);
        return Crop.of(estimator, frame, where);
    }
}
