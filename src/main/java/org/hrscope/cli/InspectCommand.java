package org.hrscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gains;
import org.hrscope.capture.FrameSource;
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
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `inspect`: what a model holds inside for one input, as an NPZ file.
@Command(
        name = "inspect",
        description = "Write a model's inner values for one input.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final PoseEngine.SourceOpening opening;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "An ONNX file.")
    private Path model = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "IMAGE",
            description = "A picture; what the network sees is cut out of it as in the window.")
    private @Nullable Path image;

    @Option(
            names = "--box",
            split = ",",
            paramLabel = "x,y,w,h",
            description = "Where the person is in the picture; the whole picture by default.")
    private double @Nullable [] box;

    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            description = "How pictures are normalised, where the model does not say.")
    private @Nullable String profile;

    @Option(
            names = "--size",
            paramLabel = "HEIGHTxWIDTH",
            description = "The input size, of a network that leaves it free.")
    private @Nullable String size;

    @Option(
            names = "--tensor",
            paramLabel = "IN.npz:NAME",
            description = "Instead of a picture: the input as the network takes it, normalised.")
    private @Nullable String tensor;

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = ALL,
            paramLabel = "A,B,...",
            description = "The values' names, as describe lists them; all by default.")
    private List<String> layers = List.of();

    @Option(
            names = "--gain",
            paramLabel = "NAME=VALUE",
            description = {
                "Multiply a path, branch, block or value by a number, NAME#CHANNEL=VALUE one channel of it; may be given"
                        + " several times. 0 cuts: stage3.1.fuse_layers.2.0=0 is the path from branch 0 to branch 2.",
                "The values written are those of the network so changed; for an image the joints are compared."
            })
    private List<String> gains = List.of();

    @Option(
            names = "--shares",
            description = "Tell how much of each joint's peak comes from which resolution.")
    private boolean shares;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.npz",
            description = "Where the values go.")
    private @Nullable Path output;

    /// @param opening opens the picture
    public InspectCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem {
        CommandSpec command = Objects.requireNonNull(spec);
        if ((tensor == null) == (image == null) || (box != null && box.length != 4)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "Give either an IMAGE [--box x,y,w,h] or --tensor.");
        }
        Gains cut = Gains.parse(gains);
        if (output == null && !shares && (gains.isEmpty() || image == null)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "Give -o, --shares, or --gain with an IMAGE.");
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
            try (CutSession session = CutSession.of(model, graph, values)) {
                session.feed(crop.input());
                if (output != null) write(session.run(cut, values), output, out);
                if (image != null) new CutReport(crop, out).effects(session, cut);
            }
        }
        if (shares) new CutReport(crop, out).shares(model, graph);
        out.flush();
        return 0;
    }

    private static void write(Map<String, Tensor> values, Path output, PrintWriter out)
            throws Problem {
        try {
            WholeFile.write(output, channel -> write(values, Channels.newOutputStream(channel)));
        } catch (IOException e) {
            throw new Problem(e, "inspect.not-written", output, e.getMessage());
        }
        out.printf("%d values written: %s%n", values.size(), output);
    }

    private static void write(Map<String, Tensor> values, OutputStream to) throws IOException {
        try (NpzWriter npz = new NpzWriter(to)) {
            for (var each : values.entrySet()) npz.add(each.getKey(), each.getValue());
        }
    }

    private NamedInputs inputs() {
        List<Path> files = ModelOptions.files(model, profile);
        if (image != null) files.add(image);
        if (tensor != null) files.add(NpzArray.parse(tensor).file());
        return new NamedInputs(files, () -> WeightFiles.of(model));
    }

    /// What the network is fed for this picture, made by the live path itself.
    private Crop crop(Path picture) throws Problem {
        ModelOpener opener = ModelOptions.opener(profile, size);
        try (FrameSource source = opening.open(new SourceSpec.Picture(picture));
                PoseEstimator estimator = new PoseEstimator(opener.open(model));
                Frame frame = Objects.requireNonNull(source.next())) {
            BoundingBox where =
                    box == null
                            ? BoundingBox.wholePicture(frame.width(), frame.height())
                            : new BoundingBox(box[0], box[1], box[2], box[3]);
            return Crop.of(estimator, frame, where);
        }
    }
}
