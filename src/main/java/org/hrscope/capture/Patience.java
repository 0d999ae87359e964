package org.hrscope.capture;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// How long FFmpeg may wait, which it asks ten times a second: until the thread is interrupted, or until its time is up
/// (a server that sends a byte now and then keeps every single read in time, and never gives a picture). One thread.
final class Patience extends AVIOInterruptCB.Callback_Pointer {
    private final @Nullable Duration most;
    private long began = System.nanoTime();

    /// @param most for one opening or one picture; null where only an interrupt ends it
    Patience(@Nullable Duration most) {
        this.most = most;
    }

    /// The time counts from now.
    void begin() {
        began = System.nanoTime();
    }

    boolean over() {
        return Thread.currentThread().isInterrupted()
                || (most != null && System.nanoTime() - began > most.toNanos());
    }

    @Override
    public int call(Pointer nothing) {
        return over() ? 1 : 0;
    }
}
