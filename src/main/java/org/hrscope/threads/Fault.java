package org.hrscope.threads;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.hrscope.domain.Problem;

/// Turns any `Throwable` into a sentence. What the user can fix is a [Problem] already; anything else is a bug.
public final class Fault {
    private Fault() {}

    /// @return `thrown` itself if it is a [Problem], else `memory.full` or `unforeseen` caused by it
    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> problem;
            case CompletionException wrapped when wrapped.getCause() != null ->
                    of(wrapped.getCause());
            case ExecutionException wrapped when wrapped.getCause() != null ->
                    of(wrapped.getCause());
            case OutOfMemoryError full -> new Problem(full, "memory.full");
            default -> new Problem(thrown, "unforeseen", brief(thrown));
        };
    }

    /// Class and message: either alone may say nothing.
    private static String brief(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        try {
            String message = thrown.getMessage();
            return message == null || message.isBlank() ? name : name + ": " + message;
        } catch (Throwable untold) {
            return name;
        }
    }

    /// What the log cannot take, such as an exception that cannot tell its message, is told to the person all the same.
    public static void logged(Runnable logging) {
        try {
            logging.run();
        } catch (Throwable unlogged) {
            // nowhere left to write it
        }
    }
}
