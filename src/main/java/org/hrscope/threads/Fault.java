package org.hrscope.threads;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.hrscope.domain.Problem;

/// Any `Throwable` as a sentence for a person. What they can mend says so itself; the rest is the program's own fault.
public final class Fault {
    private Fault() {}

    /// @return `thrown` itself where it is a [Problem], else `memory.full` or `unforeseen` with it as the cause
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

    /// The class alone says little to a person, the message alone sometimes nothing at all.
    private static String brief(Throwable thrown) {
        String message = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }
}
