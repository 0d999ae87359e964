package org.hrscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hrscope.domain.Problem;
import org.hrscope.export.Merge;
import org.hrscope.file.NamedInputs;
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
        result("-o", output, "");
        new NamedInputs(parts).refuse(output);
        long rows = Merge.files(parts, output);
        int count = parts.size();
        String read = count + (count == 1 ? " part, " : " parts, ");
        written(read + rows + (rows == 1 ? " person, " : " people, "), output);
        return 0;
    }
}
