package org.hrscope.ui.selection;

import java.util.concurrent.TimeUnit;

/// How long nobody must be seen before that is said: someone missed in a single frame is still there, and a slow
/// network takes a second over a frame. Times are [System#nanoTime()], passed in. One thread.
public final class Absence {
    private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(500);

    /// Longer gaps are pauses.
    private static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(2);

    private boolean seen;
    private long last;
    private long gap;

    /// A frame showed someone.
    public void seen(long now) {
        if (seen) gap = Math.min(now - last, LONGEST_GAP);
        seen = true;
        last = now;
    }

    /// In nanoseconds: two frames and a half.
    public long patience() {
        return Math.max(LEAST, gap * 5 / 2);
    }
}
