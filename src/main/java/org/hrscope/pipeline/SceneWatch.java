package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Frame;
import org.hrscope.people.SceneCut;
import org.jspecify.annotations.Nullable;

/// Notices where consecutive frames are not one continuous shot. One thread.
final class SceneWatch {
    /// What a frame is to the one before it.
    enum Change {
        NONE,

        /// Same source, other content.
        CUT,

        /// Forward by more than playing explains.
        SKIPPED,

        /// Back, but by less than a second: a short loop, or a few steps by hand.
        STEPPED_BACK,

        /// Back: a loop, or a seek.
        WENT_BACK,

        /// Another source, or the next image of a folder.
        OTHER_SOURCE
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /// Wall-clock time beyond this was a pause, not playback.
    private static final long LONGEST_GAP = 5 * SECOND;

    private final SceneCut cut = new SceneCut();
    private @Nullable Object playing;
    private Frame.@Nullable Origin last;
    private long lastNanos;

    /// @param speed of playback
    /// @param now   by [System#nanoTime()]
    Change at(Grabbed grabbed, double speed, long now) {
        boolean cutHere = cut.at(grabbed.frame());
        Frame.Origin origin = grabbed.frame().origin();
        Frame.Origin before = last;
        boolean same =
                grabbed.playing() == playing
                        && before != null
                        && origin.name().equals(before.name());
        long gap = Math.min(now - lastNanos, LONGEST_GAP);
        playing = grabbed.playing();
        last = origin;
        lastNanos = now;
        if (!same || before == null) return Change.OTHER_SOURCE;
        long ahead = origin.positionNanos() - before.positionNanos();
        // A single step back shows the same people a moment earlier.
        if (origin.index() < before.index() - 1) {
            return -ahead < SECOND ? Change.STEPPED_BACK : Change.WENT_BACK;
        }
        // Frames dropped by a slow network are no seek.
        if (!grabbed.source().live() && ahead > SECOND + 2 * speed * gap) return Change.SKIPPED;
        return cutHere ? Change.CUT : Change.NONE;
    }

    /// The next frame is another source's.
    void forget() {
        playing = null;
    }
}
