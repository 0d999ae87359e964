package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.domain.Problem;
import org.hrscope.export.Merge;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `merge`: the parts of `estimate --shard` become one file.
@Command(name = "merge", mixinStandardHelpOptions = true)
public final class MergeCommand extends Printing implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PART")
    private List<Path> parts = List.of();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE")
    private Path output = Path.of("");

    @Override
    public Integer call() throws Problem {
        WholeFile.check(output);
        new NamedInputs(parts).refuse(output);
        long rows = Merge.files(parts, output);
        PrintWriter out = out();
        int count = parts.size();
        out.printf(
                "%d %s, %d %s: %s%n",
                count,
                count == 1 ? "part" : "parts",
                rows,
                rows == 1 ? "person" : "people",
                output);
        return 0;
    }
}
