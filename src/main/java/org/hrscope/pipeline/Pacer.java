package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;

/// When each frame is due: source timestamps mapped to the clock at a given speed. One thread.
final class Pacer {
    /// Further behind than this (the machine slept, a frame took too long), the clock restarts instead of racing to
    /// catch up.
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(300);

    /// A longer step is a gap in the timestamps, not a frame to show for that long.
    private static final long LONGEST_STEP = TimeUnit.SECONDS.toNanos(10);

    private boolean fresh = true;
    private long clock;
    private long position;
    private long afterEnd = -1;

    /// The next frame is due at once; later ones are timed from it.
    void reset() {
        fresh = true;
        afterEnd = -1;
    }

    /// The next frame is the first again; it is due once the last has been shown for its time.
    ///
    /// @param nanos that time, at speed 1
    void rewound(long nanos) {
        afterEnd = nanos;
    }

    /// @return when it is due, by [System#nanoTime()]
    long due(long framePosition, double speed) {
        long now = System.nanoTime();
        long step = (long) ((afterEnd < 0 ? framePosition - position : afterEnd) / speed);
        if (fresh || step < 0 || step > LONGEST_STEP || now - clock - step > PATIENCE) {
            clock = now;
        } else {
            clock += step;
        }
        fresh = false;
        afterEnd = -1;
        position = framePosition;
        return clock;
    }
}
