package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;

/// Holds each frame back until its time has come: positions of the source against the clock, at a speed. One thread.
final class Pacer {
    /// Further behind than this (the machine slept, a frame took too long) the clock is set anew instead of racing.
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long LONGEST_STEP = TimeUnit.SECONDS.toNanos(2);

    private boolean fresh = true;
    private long clock;
    private long position;

    /// The next frame is due at once, and the following ones from there.
    void reset() {
        fresh = true;
    }

    void await(long framePosition, double speed) throws InterruptedException {
        long now = System.nanoTime();
        long step = (long) ((framePosition - position) / speed);
        if (fresh || step < 0 || step > LONGEST_STEP) {
            clock = now;
        } else {
            clock += step;
            if (clock > now) {
                TimeUnit.NANOSECONDS.sleep(clock - now);
            } else if (now - clock > PATIENCE) {
                clock = now;
            }
        }
        fresh = false;
        position = framePosition;
    }
}
