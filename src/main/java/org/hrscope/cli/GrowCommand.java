package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.convert.GrownNetwork;
import org.hrscope.convert.GrownProof;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.ScratchFile;
import org.hrscope.file.WholeFile;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec.Stage;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxReader;
import org.hrscope.onnx.WeightFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `grow`: enlarges a network to a published size; it still computes the same.
@Command(name = "grow", mixinStandardHelpOptions = true)
public final class GrowCommand extends Printing implements Callable<Integer> {
    private static final int STAGES = 3;
    private static final int MOST = 64;
    private static final int WIDEST = 512;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path model = Path.of("");

    @Option(names = "--width", required = true, paramLabel = "C")
    private int width;

    @Option(names = "--modules", split = ",", required = true, paramLabel = "N")
    private List<Integer> modules = List.of();

    @Option(names = "--blocks", required = true, paramLabel = "N")
    private int blocks;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "ONNX")
    private Path output = Path.of("");

    @Override
    public Integer call() throws Problem {
        boolean plausible =
                modules.size() == STAGES
                        && modules.stream().allMatch(n -> n >= 1 && n <= MOST)
                        && blocks >= 1
                        && blocks <= MOST
                        && width >= 1
                        && width <= WIDEST;
        if (!plausible) {
            throw misuse("misuse.sizes", WIDEST, MOST);
        }
        result("-o", output, ".onnx");
        new NamedInputs(List.of(model), () -> WeightFiles.of(model)).refuse(output);
        List<Stage> stages = new ArrayList<>();
        for (int count : modules) stages.add(new Stage(count, blocks));
        GrownNetwork grown = GrownNetwork.plan(model, width, stages);
        double off = proven(grown);
        HrNet net = grown.net();
        PrintWriter out = out();
        out.printf(
                "%s: %,d parameters (%s: %,d), %d exchange paths%n",
                net.spec().name(),
                net.parameters(),
                grown.old().spec().name(),
                grown.old().parameters(),
                net.exchangePaths().stream().filter(path -> !path.isIdentity()).count());
        out.printf("largest difference of the heatmaps: %.1e of their peak%n", off);
        written("", output);
        return 0;
    }

    /// A network that computes something else is deleted, and overwrites nothing.
    private double proven(GrownNetwork grown) throws Problem {
        List<String> maps = List.of(grown.net().parts().getLast().name());
        try (InnerSession old = InnerSession.of(model, OnnxReader.read(model), maps);
                ScratchFile unproven = ScratchFile.needed("unproven.onnx")) {
            unproven.fill(grown::write);
            double off = new GrownProof(model, grown).of(old, unproven.path());
            FileWork.writing(output, () -> WholeFile.copy(unproven.path(), output));
            return off;
        }
    }
}
