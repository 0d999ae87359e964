package org.hrscope.recording;

import org.hrscope.domain.Frame;
import org.jspecify.annotations.Nullable;

/// The time of each frame in a live recording: as the source times them. Where the source's clock jumps, because
/// somebody seeked, it began again, or another was opened, the time that really passed stands in. One thread.
final class ShotClock {
    /// No source that plays makes a longer pause.
    private static final long LONGEST = 2_000_000_000;

    private Frame.@Nullable Origin last;
    private long lastArrival;
    private long nanos;

    /// @param arrival by [System#nanoTime()]
    /// @return nanoseconds since the first frame; negative if this is the same frame again
    long at(Frame.Origin origin, long arrival) {
        Frame.Origin before = last;
        if (before != null) {
            long step = origin.positionNanos() - before.positionNanos();
            boolean same = origin.name().equals(before.name());
            if (same && step == 0 && origin.index() == before.index()) return -1;
            boolean flows = same && step > 0 && step <= LONGEST;
            nanos += flows ? step : Math.clamp(arrival - lastArrival, 1, LONGEST);
        }
        last = origin;
        lastArrival = arrival;
        return nanos;
    }
}
