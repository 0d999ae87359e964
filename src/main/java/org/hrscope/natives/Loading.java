package org.hrscope.natives;

import java.nio.file.Path;
import java.util.Objects;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// How the one loading of a process ended: what failed once, fails again with the same sentence. Immutable.
public final class Loading {
    private final @Nullable Path folder;
    private final @Nullable Problem problem;

    private Loading(@Nullable Path folder, @Nullable Problem problem) {
        this.folder = folder;
        this.problem = problem;
    }

    /// What loads, and says where from.
    @FunctionalInterface
    public interface Work {
        Path load() throws Problem;
    }

    public static Loading of(Work work) {
        try {
            return new Loading(work.load(), null);
        } catch (Problem problem) {
            return new Loading(null, problem);
        }
    }

    public Path folder() throws Problem {
        if (problem != null) throw problem;
        return Objects.requireNonNull(folder);
    }
}
