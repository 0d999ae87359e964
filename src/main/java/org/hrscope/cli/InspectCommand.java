package org.hrscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.export.NpzWriter;
import org.hrscope.export.WholeFile;
import org.hrscope.inference.ActivationProbe;
import org.hrscope.model.Problem;
import org.hrscope.model.Tensor;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;
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

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "MODEL", description = "An ONNX file.")
    private Path model = Path.of("");

    @Option(
            names = "--tensor",
            required = true,
            paramLabel = "IN.npz:NAME",
            description = "The input as the network takes it, normalised.")
    private String tensor = "";

    @Option(
            names = "--layers",
            split = ",",
            defaultValue = ALL,
            paramLabel = "A,B,...",
            description = "The values' names, as describe lists them; all by default.")
    private List<String> layers = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.npz",
            description = "Where to.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws Problem {
        Tensor input = NpzArray.parse(tensor).one();
        OnnxGraph graph = OnnxReader.read(model);
        List<String> values = layers.equals(List.of(ALL)) ? List.copyOf(graph.values()) : layers;
        int[] written = {0};
        try (ActivationProbe probe = new ActivationProbe(model, graph, values)) {
            WholeFile.write(
                    output,
                    channel -> {
                        OutputStream stream = Channels.newOutputStream(channel);
                        try (NpzWriter npz = new NpzWriter(stream)) {
                            probe.run(input, npz::add);
                            written[0] = npz.count();
                        }
                    });
        } catch (IOException e) {
            throw new Problem(e, "inspect.not-written", output, e);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.printf("%d values written: %s%n", written[0], output);
        out.flush();
        return 0;
    }
}
