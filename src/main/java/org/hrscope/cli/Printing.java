package org.hrscope.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that prints; every line is flushed.
abstract class Printing {
    @Spec private @Nullable CommandSpec spec;

    final CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    final PrintWriter out() {
        return new PlainWriter(line().getOut());
    }

    final PrintWriter err() {
        return line().getErr();
    }

    /// For options that exclude each other or make no sense; where the help is follows it.
    final ParameterException misuse(String key, Object... arguments) {
        return new ParameterException(
                line(), new Problem(key, arguments).message(Locale.getDefault()));
    }
}
