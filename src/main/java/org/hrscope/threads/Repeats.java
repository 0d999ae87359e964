package org.hrscope.threads;

import java.util.Objects;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// Reports a recurring problem once instead of at every frame: again only after a success in between, or if it is a
/// different one. One thread.
public final class Repeats {
    private @Nullable String last;

    /// Whether to report this one.
    public boolean fresh(Problem problem) {
        String now = kind(problem);
        if (now.equals(last)) return false;
        last = now;
        return true;
    }

    /// The message of a bug may mention a different frame each time; it is still the same bug.
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
