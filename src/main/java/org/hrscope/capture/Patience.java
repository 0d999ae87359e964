package org.hrscope.capture;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/// Bounds how long FFmpeg may block. FFmpeg polls it ten times a second; it gives up when the thread is interrupted
/// or time is up (a server that trickles bytes keeps every single read in time without ever completing a frame).
/// One thread.
final class Patience extends AVIOInterruptCB.Callback_Pointer {
    private final @Nullable Duration most;
    private long began = System.nanoTime();

    /// @param most for opening, or for one frame; null to wait until interrupted
    Patience(@Nullable Duration most) {
        this.most = most;
    }

    /// Restarts the clock.
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
