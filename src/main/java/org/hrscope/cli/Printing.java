package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that prints; every line is flushed.
abstract class Printing {
    @Spec private @Nullable CommandSpec spec;

    private boolean piped;
    private boolean kept;

    final CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    /// Where words go: not between results that are printed.
    final PrintWriter out() {
        return new PlainWriter(piped ? err() : line().getOut());
    }

    final PrintWriter err() {
        return line().getErr();
    }

    /// Checks a result before any work is done.
    ///
    /// @param ending of its name; empty for any
    /// @throws Problem `record.ending`, and as [WholeFile#check]
    final void result(String option, Path file, String ending) throws Problem {
        WholeFile.check(file);
        ResultFile.fits(option, file, ending);
        goesTo(file);
    }

    /// A result will be written there.
    final void goesTo(Path file) {
        piped |= ResultFile.printed(file);
    }

    /// Tells that a result is in place.
    ///
    /// @param what it holds; may be empty
    final void written(String what, Path file) {
        kept = true;
        if (!ResultFile.printed(file)) out().printf("%swritten: %s%n", what, file);
    }

    /// Whether any result is in place.
    final boolean kept() {
        return kept;
    }

    /// Refuses an image or anything else in the place of the network.
    ///
    /// @param next the operand after the network
    final void networkFirst(Path model, @Nullable String next) {
        @Nullable SourceSpec source = null;
        try {
            source = SourceSpec.parse(model.toString());
        } catch (Problem noSource) {
            boolean swapped = next != null && network(next) && !network(model.toString());
            if (!swapped) return;
        }
        boolean image = source instanceof SourceSpec.Picture;
        throw misuse(image ? "misuse.first.image" : "misuse.first.other", model);
    }

    private static boolean network(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /// For a length of time.
    final void positive(String option, double value, int most) {
        if (!(value > 0 && value <= most)) throw misuse("misuse.above", option, most);
    }

    /// For options that exclude each other or make no sense; where the help is follows it.
    final ParameterException misuse(String key, Object... arguments) {
        return new ParameterException(
                line(), new Problem(key, arguments).message(Locale.getDefault()));
    }
}
