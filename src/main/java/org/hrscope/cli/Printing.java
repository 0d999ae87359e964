package org.hrscope.cli;

import java.io.PrintWriter;
import java.util.Objects;
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

    /// For options that exclude each other or make no sense; picocli adds where the help is.
    final ParameterException misuse(String what) {
        return new ParameterException(line(), what);
    }
}
