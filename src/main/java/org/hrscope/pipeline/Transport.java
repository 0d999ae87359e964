package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Play, pause, step and seek: requested by the user, served by the capture thread. Thread-safe.
public final class Transport {

    /// What the capture thread does next.
    ///
    /// @param seekTo index to seek to first; null to read on
    /// @param paced  whether the frame waits until it is due (false for a step or a scrub)
    /// @param aside  whether what is shown stays
    record Turn(@Nullable Long seekTo, boolean paced, boolean aside) {}

    private boolean paused;
    private boolean watched;
    private boolean ended;
    private boolean rewound;
    private int steps;
    private @Nullable Long seekTo;
    private long shown = -1;

    /// Restarts a source that has ended.
    public synchronized void play() {
        paused = false;
        if (ended && seekTo == null) seekTo = 0L;
        notifyAll();
    }

    public synchronized void pause() {
        paused = true;
    }

    public synchronized boolean paused() {
        return paused;
    }

    /// Whether somebody watches a live source while it is paused: else it is not read, and nobody in front of a camera
    /// could tell it to go on.
    public synchronized void watched(boolean now) {
        if (watched != now) notifyAll();
        watched = now;
    }

    /// Pauses, and moves by `frames` from the frame last shown.
    public synchronized void step(int frames) {
        paused = true;
        if (frames == 1 && seekTo == null) {
            steps++;
        } else {
            seekTo = Math.max(0, (seekTo == null ? shown : seekTo) + frames);
            rewound = false;
        }
        notifyAll();
    }

    /// Shows the frame with this index; playback continues from there.
    public synchronized void seek(long index) {
        seekTo = Math.max(0, index);
        rewound = false;
        steps = 0;
        notifyAll();
    }

    /// Loops to the start: the first frame is paced, as it follows the last.
    synchronized void rewind() {
        if (seekTo != null) return;
        seekTo = 0L;
        rewound = true;
    }

    /// Waits until a frame is wanted.
    ///
    /// @param live whether the source is
    synchronized Turn await(boolean live) throws InterruptedException {
        while (paused && steps == 0 && seekTo == null) {
            if (live && watched) return new Turn(null, false, true);
            wait();
        }
        Turn turn = new Turn(seekTo, !paused && (seekTo == null || rewound), false);
        if (seekTo == null && steps > 0) steps--;
        seekTo = null;
        rewound = false;
        return turn;
    }

    /// Waits until a frame is due: longer while paused, and not at all for a step.
    ///
    /// @param due by [System#nanoTime()]
    /// @return false if another frame was requested instead
    synchronized boolean awaitDue(long due) throws InterruptedException {
        while (seekTo == null) {
            if (steps > 0) {
                steps--;
                return true;
            }
            long left = due - System.nanoTime();
            if (paused) wait();
            else if (left <= 0) return true;
            else TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return false;
    }

    /// Pauses at the end, or where the source broke off, until a seek, a step back or play.
    synchronized void awaitSeek() throws InterruptedException {
        paused = true;
        ended = true;
        try {
            while (seekTo == null) {
                steps = 0;
                wait();
            }
        } finally {
            ended = false;
        }
    }

    synchronized void showed(long index) {
        shown = index;
    }
}
