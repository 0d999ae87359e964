package org.hrscope.threads;

import java.util.Objects;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Lets a trouble through once and not at every frame: again only after things went well in between, or when it is
/// another one. One thread.
public final class Repeats {
    private @Nullable String last;

    /// Whether this is to be told.
    public boolean fresh(Problem problem) {
        String now = kind(problem);
        if (now.equals(last)) return false;
        last = now;
        return true;
    }

    /// A fault of the program may name another frame each time and is still the same fault.
    private static String kind(Problem problem) {
        Throwable cause = problem.getCause();
        return problem.key().equals("unforeseen") && cause != null
                ? cause.getClass().getName()
                : Objects.requireNonNullElse(problem.getMessage(), problem.key());
    }

    public void wentWell() {
        last = null;
    }
}
