package org.hrscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hrscope.checkpoint.Checkpoint;
import org.hrscope.convert.CheckpointName;
import org.hrscope.convert.ImportOptions;
import org.hrscope.convert.InputSize;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.file.FileWork;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `describe`: the architecture in a checkpoint or ONNX file, as a table.
@Command(name = "describe", mixinStandardHelpOptions = true)
public final class DescribeCommand extends Printing implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--size", paramLabel = "HEIGHTxWIDTH")
    private @Nullable String size;

    @Override
    public Integer call() throws Problem {
        PrintWriter out = out();
        ArchitectureTable table = new ArchitectureTable(out);
        if (isCheckpoint()) {
            describeCheckpoint(table, out);
        } else {
            OnnxGraph graph = OnnxReader.read(file);
            Optional<HrNet> net = network(graph);
            table.print(graph);
            if (net.isPresent()) {
                table.print(net.get());
                if (net.get().parameters() != graph.parameters())
                    out.println(
                            "The architecture counts batch normalisation; the file has folded it into"
                                    + " the convolutions.");
            } else table.printNodes(graph);
        }
        return 0;
    }

    private void describeCheckpoint(ArchitectureTable table, PrintWriter out) throws Problem {
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            HrNetSpec found = HrNetReader.read(file, checkpoint.shapes());
            InputSize input = sizeFor(found);
            out.printf("%s: checkpoint, %d tensors%n", file, checkpoint.tensors().size());
            if (!checkpoint.place().isEmpty()) out.printf("taken from: %s%n", checkpoint.place());
            table.print(HrNet.of(found, input.height(), input.width()));
        }
    }

    private InputSize sizeFor(HrNetSpec found) {
        String text = size == null ? String.valueOf(file.getFileName()) : size;
        return InputSize.in(text).orElse(ImportOptions.NONE.sizeFor(text, found));
    }

    /// At the size the file declares; where it declares none, at the one that a checkpoint would have.
    private Optional<HrNet> network(OnnxGraph graph) {
        boolean free =
                graph.inputs().stream()
                        .limit(1)
                        .flatMap(input -> input.shape(0).stream())
                        .anyMatch(shape -> shape.sizes().contains(0));
        if (!free) return HrNetReader.declared(graph);
        return HrNetReader.readFolded(graph.weights())
                .map(this::sizeFor)
                .flatMap(input ->
                        HrNetReader.read(graph, Shape.of(1, 3, input.height(), input.width())));
    }

    /// By name, or by magic number (zip or pickle); anything else goes to the ONNX reader.
    private boolean isCheckpoint() throws Problem {
        FileWork.there(file);
        if (CheckpointName.is(String.valueOf(file.getFileName()))) return true;
        try (InputStream in = Files.newInputStream(file)) {
            return OnnxReader.isCheckpoint(ByteBuffer.wrap(in.readNBytes(2)));
        } catch (IOException e) {
            throw new Problem(e, "checkpoint.unreadable", file, e);
        }
    }
}
