package org.hrscope.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/// Exit codes of commands: 0; 2 with one sentence on stderr if the user can fix it; 1 with one sentence for an
/// unexpected error; 128 plus the signal number, such as 130 for Ctrl+C. Causes are logged.
public final class Exits
        implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    public static final int UNFORESEEN = 1;
    public static final int MENDABLE = 2;

    private static final int SIGNALLED = 128;

    /// The reader of our output, such as `head`, has read all it wanted.
    private static final String ENOUGH = "Broken pipe";

    private static final Logger LOG = LoggerFactory.getLogger(Exits.class);

    private final Path log;
    private final IntSupplier signal;

    /// @param log    its folder
    /// @param signal number of the signal ending the process; 0 if none
    public Exits(Path log, IntSupplier signal) {
        this.log = log;
        this.signal = signal;
    }

    /// Runs the command line and returns the exit code.
    public int execute(CommandLine commands, String... arguments) {
        int exit;
        try {
            exit = commands.execute(arguments);
        } catch (Throwable unforeseen) {
            exit = unforeseen(unforeseen, commands.getErr());
        }
        if (exit == RootCommand.WINDOW) return exit;
        if (signal.getAsInt() != 0) {
            say(commands.getErr(), stopped(commands));
            return SIGNALLED + signal.getAsInt();
        }
        return exit == 0 && failed(commands.getOut()) ? unprinted(commands) : exit;
    }

    /// Only what a command has told of is known to be written.
    private static Problem stopped(CommandLine commands) {
        CommandLine.ParseResult parsed = commands.getParseResult();
        if (parsed == null) return new Problem("command.stopped");
        Object ran = parsed.asCommandLineList().getLast().getCommand();
        if (!(ran instanceof Printing command)) return new Problem("command.stopped");
        return command.stopped();
    }

    /// A writer on standard output does not notice errors, because PrintStream swallows them.
    private static boolean failed(PrintWriter out) {
        return out.checkError() || System.out.checkError();
    }

    /// Neither gives a reason; writing one more byte does.
    private static int unprinted(CommandLine commands) {
        try {
            // Not closed: if the program was started without stdout, its descriptor may belong to
            // one of the JVM's own files.
            new FileOutputStream(FileDescriptor.out).write('\n');
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains(ENOUGH)) return 0;
            say(commands.getErr(), new Problem("command.unprinted", why));
        }
        return MENDABLE;
    }

    /// Says what is wrong and where the help is: the whole help would push the sentence off the screen.
    @Override
    public int handleParseException(CommandLine.ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        List<String> typed = List.of(arguments);
        Problem several = sources(misuse, typed);
        if (several != null) {
            say(err, several);
            return MENDABLE;
        }
        List<Problem> said = Misuse.of(misuse, typed);
        if (said.isEmpty()) err.println(misuse.getMessage());
        said.forEach(problem -> say(err, problem));
        say(err, new Problem("misuse.help", command.getCommandSpec().qualifiedName()));
        return MENDABLE;
    }

    /// More than the window takes: picocli would suggest whichever command looks most like a file's name. Null for
    /// other mistakes.
    private static @Nullable Problem sources(
            CommandLine.ParameterException misuse, List<String> typed) {
        CommandSpec command = misuse.getCommandLine().getCommandSpec();
        if (command.parent() != null || !(misuse instanceof UnmatchedArgumentException)) {
            return null;
        }
        Problem slip = RootCommand.slip(typed.getFirst(), command);
        if (slip != null) return slip;
        boolean unknown = Misuse.unknownOption(typed, command.optionsMap().keySet()).isPresent();
        return unknown ? null : new Problem("command.sources", String.join(" ", typed));
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

    /// Whatever fails after a stop was requested is not an error.
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

    /// The root exception and where it was thrown, in one line.
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
