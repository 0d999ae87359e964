package org.hrscope.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
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

    private boolean asked;
    private boolean piped;
    private boolean kept;

    final CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    /// For sentences; stderr where a result goes to stdout.
    final PrintWriter out() {
        return new PlainWriter(new Words());
    }

    /// Decides at each word: whoever took [#out()] may have done so before the result was known.
    private final class Words extends Writer {
        @Override
        public void write(char[] text, int from, int count) {
            to().write(text, from, count);
        }

        @Override
        public void flush() {
            to().flush();
        }

        @Override
        public void close() {
            flush();
        }

        private PrintWriter to() {
            return piped ? err() : line().getOut();
        }
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
        asked = true;
        piped |= ResultFile.printed(file);
    }

    /// Tells that a result is in place.
    ///
    /// @param what it holds; may be empty
    final void written(String what, Path file) {
        kept = true;
        if (!ResultFile.printed(file)) out().printf("%swritten: %s%n", what, file);
    }

    /// What whoever stops the command is told of its results.
    final Problem stopped() {
        if (kept) return new Problem("command.stopped.kept");
        return new Problem(asked ? "command.stopped.nothing" : "command.stopped");
    }

    /// Refuses an image or anything else in the place of the network.
    ///
    /// @param next the operand after the network
    final void networkFirst(Path model, @Nullable String next) {
        boolean swapped = next != null && network(next) && !network(model.toString());
        // Whoever opens the network says that it is a folder.
        if (!swapped && Files.isDirectory(model)) return;
        @Nullable SourceSpec source = null;
        try {
            source = SourceSpec.parse(model.toString());
        } catch (Problem noSource) {
            if (!swapped) return;
        }
        boolean image = source instanceof SourceSpec.Picture;
        throw misuse(image ? "misuse.first.image" : "misuse.first.other", model);
    }

    private static boolean network(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /// Refuses a number that is not above 0, or above the most.
    final void positive(String option, double value, int most) {
        if (!(value > 0 && value <= most)) throw misuse("misuse.above", option, most);
    }

    /// For options that exclude each other or make no sense; where the help is follows it.
    final ParameterException misuse(String key, Object... arguments) {
        return new Refused(line(), new Problem(key, arguments));
    }

    /// What the command itself finds wrong, and says in full.
    static final class Refused extends ParameterException {
        private Refused(CommandLine line, Problem why) {
            super(line, why.message(Locale.getDefault()));
        }
    }
}
