package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.hrscope.people.SceneCut;

/// Notices where consecutive frames are not one continuous shot. One thread.
final class SceneWatch {
    /// What a frame is to the one before it.
    enum Change {
        NONE,

        /// Same source, other content.
        CUT,

        /// Forward by more than playing explains.
        SKIPPED,

        /// As in [Succession.Step].
        STEPPED_BACK,
        WENT_BACK,
        OTHER_SOURCE
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /// Wall-clock time beyond this was a pause, not playback.
    private static final long LONGEST_GAP = 5 * SECOND;

    private final SceneCut cut = new SceneCut();
    private final Succession succession = new Succession();
    private long lastNanos;

    /// @param speed of playback
    /// @param now   by [System#nanoTime()]
    Change at(Grabbed grabbed, double speed, long now) {
        boolean cutHere = cut.at(grabbed.frame());
        long gap = Math.min(now - lastNanos, LONGEST_GAP);
        lastNanos = now;
        return switch (succession.at(grabbed)) {
            case OTHER_SOURCE -> Change.OTHER_SOURCE;
            case WENT_BACK -> Change.WENT_BACK;
            case STEPPED_BACK -> Change.STEPPED_BACK;
            case ON -> {
                // Frames dropped by a slow network are no seek.
                boolean sought = succession.aheadNanos() > SECOND + 2 * speed * gap;
                if (sought && !grabbed.source().live()) yield Change.SKIPPED;
                yield cutHere ? Change.CUT : Change.NONE;
            }
        };
    }

    /// The next frame is another source's.
    void forget() {
        succession.forget();
    }
}
