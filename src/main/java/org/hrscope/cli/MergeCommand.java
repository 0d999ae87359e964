package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hrscope.domain.Problem;
import org.hrscope.export.Merge;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `merge`: the parts of `estimate --shard` become one file.
@Command(name = "merge", mixinStandardHelpOptions = true)
public final class MergeCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

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
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(parts.size() + " parts, " + rows + " people: " + output);
        return 0;
    }
}
