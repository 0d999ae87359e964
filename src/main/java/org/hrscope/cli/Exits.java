package org.hrscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// How commands end: 0; 2 with one sentence on the error stream where a person can mend it; 1 with one sentence where
/// nobody foresaw it; 128 and the number of the signal that ended it, such as 130 for Ctrl+C. The log has the cause.
public final class Exits implements CommandLine.IExecutionExceptionHandler {
    public static final int UNFORESEEN = 1;
    public static final int MENDABLE = 2;

    private static final int SIGNALLED = 128;

    /// Who read the output, such as `head`, has read all it wanted.
    private static final String ENOUGH = "Broken pipe";

    private static final Logger LOG = LoggerFactory.getLogger(Exits.class);

    private final Path log;
    private final IntSupplier signal;

    /// @param log    the folder where it lies
    /// @param signal the number of the one that ends the process; 0 where none came
    public Exits(Path log, IntSupplier signal) {
        this.log = log;
        this.signal = signal;
    }

    /// Runs the command line; returns how the process is to end.
    public int execute(CommandLine commands, String... arguments) {
        int exit;
        try {
            exit = commands.execute(arguments);
        } catch (Throwable unforeseen) {
            exit = unforeseen(unforeseen, commands.getErr());
        }
        if (exit == RootCommand.WINDOW) return exit;
        if (signal.getAsInt() != 0) {
            say(commands.getErr(), new Problem("command.stopped"));
            return SIGNALLED + signal.getAsInt();
        }
        return exit == 0 && failed(commands.getOut()) ? unprinted(commands) : exit;
    }

    /// The writer is none the wiser where it writes to the standard output: that keeps its errors to itself.
    private static boolean failed(PrintWriter out) {
        return out.checkError() || System.out.checkError();
    }

    /// Neither says why it failed: one byte more does.
    private static int unprinted(CommandLine commands) {
        try {
            // Not closed: where the program was started without an output, its number is one of the
            // JVM's own files.
            new FileOutputStream(FileDescriptor.out).write('\n');
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains(ENOUGH)) return 0;
            say(commands.getErr(), new Problem("command.unprinted", why));
        }
        return MENDABLE;
    }

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        Problem problem = Fault.of(exception);
        if (!problem.key().equals("unforeseen") && signal.getAsInt() == 0) {
            LOG.warn("{}", problem.key(), problem);
            say(command.getErr(), problem);
            return MENDABLE;
        }
        Throwable cause = problem.getCause();
        return unforeseen(cause == null ? exception : cause, command.getErr());
    }

    /// Whatever follows from being asked to end is no fault.
    private int unforeseen(Throwable cause, PrintWriter err) {
        if (signal.getAsInt() != 0) {
            LOG.info("ended by a signal", cause);
            return UNFORESEEN;
        }
        LOG.error("unforeseen", cause);
        boolean logged = Files.isWritable(log);
        say(err, new Problem(logged ? "command.unforeseen" : "command.unlogged", what(cause), log));
        return UNFORESEEN;
    }

    /// In a line: what was thrown first, and where.
    private static String what(Throwable cause) {
        Throwable first = cause;
        for (@Nullable Throwable at = cause; at != null; at = at.getCause()) first = at;
        StackTraceElement[] trace = first.getStackTrace();
        String text = String.valueOf(first).lines().findFirst().orElse("");
        return trace.length == 0 ? text : text + " at " + trace[0];
    }

    private static void say(PrintWriter err, Problem problem) {
        err.println(problem.message(Locale.getDefault()));
        err.flush();
    }
}
