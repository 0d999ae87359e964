package org.hrscope.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Runs commands as `Main` does, and keeps what they print.
abstract class CommandRuns {
    @TempDir Path folder;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    int execute(CommandLine commands, String... arguments) {
        Exits exits = new Exits(folder, () -> 0);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(exits)
                .setParameterExceptionHandler(exits)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
