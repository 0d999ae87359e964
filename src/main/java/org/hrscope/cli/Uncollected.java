package org.hrscope.cli;

import java.util.function.Consumer;
import org.hrscope.domain.Problem;

/// When it is said that results are only counted, as no output was asked for. After what refuses to begin, but before
/// hours of work; where there is no end, nothing begins.
enum Uncollected {
    /// There is an output.
    NEVER,
    REFUSED,
    FIRST,
    LAST;

    /// @param nowhere whether no output was asked for
    /// @param endless whether some source has no end
    /// @param files   how many are read
    static Uncollected of(boolean nowhere, boolean endless, int files) {
        if (!nowhere) return NEVER;
        if (endless) return REFUSED;
        return files > 1 ? FIRST : LAST;
    }

    /// Before the first image.
    ///
    /// @throws Problem `estimate.nowhere`
    void begin(Consumer<Problem> told) throws Problem {
        if (this == REFUSED) throw problem();
        if (this == FIRST) told.accept(problem());
    }

    /// After the last image.
    void end(Consumer<Problem> told) {
        if (this == LAST) told.accept(problem());
    }

    private static Problem problem() {
        return new Problem("estimate.nowhere");
    }
}
