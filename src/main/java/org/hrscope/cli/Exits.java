package org.hrscope.cli;

import java.util.Locale;
import org.hrscope.model.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// How commands end: 0, or 2 with one sentence on the error stream. The log has the cause.
public final class Exits implements CommandLine.IExecutionExceptionHandler {
    public static final int MENDABLE = 2;
    public static final int CANCELLED = 130;

    private static final Logger LOG = LoggerFactory.getLogger(Exits.class);

    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (exception instanceof Problem problem) {
            LOG.warn("{}", problem.key(), problem);
            command.getErr().println(problem.message(Locale.getDefault()));
            return MENDABLE;
        }
        if (exception instanceof InterruptedException) return CANCELLED;
        throw exception;
    }
}
