package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Frame;
import org.jspecify.annotations.Nullable;

/// What each frame is to the one before it, by what plays and by its place there. One thread.
final class Succession {
    enum Step {
        /// Forward, or a single frame back, which shows the same people a moment earlier.
        ON,

        /// Back, but by less than a second: a short loop, or a few steps by hand.
        STEPPED_BACK,

        /// Back: a loop, or a seek.
        WENT_BACK,

        /// Another source, or the next image of a folder.
        OTHER_SOURCE
    }

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private @Nullable Object playing;
    private Frame.@Nullable Origin last;
    private long ahead;

    Step at(Grabbed grabbed) {
        Frame.Origin now = grabbed.frame().origin();
        Frame.Origin before = grabbed.playing() == playing ? last : null;
        playing = grabbed.playing();
        last = now;
        if (before == null || !now.name().equals(before.name())) return Step.OTHER_SOURCE;
        ahead = now.positionNanos() - before.positionNanos();
        // A live one never goes back: its held picture is looked at again while it is watched.
        if (grabbed.source().live() || now.index() >= before.index() - 1) return Step.ON;
        return -ahead < SECOND ? Step.STEPPED_BACK : Step.WENT_BACK;
    }

    /// By how much of the source's time the last frame follows the one before it, where both are of one source.
    long aheadNanos() {
        return ahead;
    }

    /// The next frame is another source's.
    void forget() {
        playing = null;
    }
}
