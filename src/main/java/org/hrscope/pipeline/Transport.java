package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Play, pause, step and seek, as asked by a person and taken up by the capture thread. Safe for many threads.
public final class Transport {

    /// What the capture thread is to do next.
    ///
    /// @param seekTo the index to move to first; null to read on
    /// @param paced  whether the frame waits for its time (else it is shown at once: a step, a scrub)
    record Turn(@Nullable Long seekTo, boolean paced) {}

    private boolean paused;
    private boolean ended;
    private boolean rewound;
    private int steps;
    private @Nullable Long seekTo;
    private long shown = -1;

    /// From the start again where the source has ended.
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

    /// Pauses, and moves by `frames` from the frame shown last.
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

    /// Shows the frame of this index; playing goes on from there.
    public synchronized void seek(long index) {
        seekTo = Math.max(0, index);
        rewound = false;
        steps = 0;
        notifyAll();
    }

    /// Plays on from the start: the first frame waits for its time, as it follows the last.
    synchronized void rewind() {
        if (seekTo != null) return;
        seekTo = 0L;
        rewound = true;
    }

    /// Waits until a frame is wanted.
    synchronized Turn await() throws InterruptedException {
        while (paused && steps == 0 && seekTo == null) wait();
        Turn turn = new Turn(seekTo, !paused && (seekTo == null || rewound));
        if (seekTo == null && steps > 0) steps--;
        seekTo = null;
        rewound = false;
        return turn;
    }

    /// Waits for the time of a frame that has been read: longer while paused, and no longer where a step asks for it.
    ///
    /// @param due by [System#nanoTime()]
    /// @return false where another frame is asked for instead
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

    /// Pauses at the end, or where the source broke off, until a frame is wanted that is not the next one: a seek, a step
    /// back, or play.
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
