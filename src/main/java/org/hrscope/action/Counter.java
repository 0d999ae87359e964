package org.hrscope.action;

import java.util.Optional;
import org.hrscope.domain.Pose;

/// Counts one person's repetitions of one action. One thread.
public interface Counter {
    /// Frames may come at any rate and may be missing. A time before the last one, as after a seek, starts over.
    ///
    /// @param seconds of the source
    /// @return the repetition that is now known to be complete
    Optional<Repetition> next(double seconds, Pose pose);

    /// The repetition that would have been reported with the next frame, where there is none.
    default Optional<Repetition> end() {
        return Optional.empty();
    }

    /// The angle in the last frame; NaN where it was not seen.
    double degrees();

    Phase phase();
}
