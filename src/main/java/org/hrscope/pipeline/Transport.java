package org.hrscope.pipeline;

import org.jspecify.annotations.Nullable;

/// Play, pause, step and seek, as asked by a person and taken up by the capture thread. Safe for many threads.
public final class Transport {

    /// What the capture thread is to do next.
    ///
    /// @param seekTo the index to move to first; null to read on
    /// @param paced  whether the frame waits for its time (else it is shown at once: a step, a scrub)
    record Turn(@Nullable Long seekTo, boolean paced) {}

    private boolean paused;
    private int steps;
    private @Nullable Long seekTo;
    private long shown = -1;

    public synchronized void play() {
        paused = false;
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
        }
        notifyAll();
    }

    /// Shows the frame of this index; playing goes on from there.
    public synchronized void seek(long index) {
        seekTo = Math.max(0, index);
        steps = 0;
        notifyAll();
    }

    /// Waits until a frame is wanted.
    synchronized Turn await() throws InterruptedException {
        while (paused && steps == 0 && seekTo == null) wait();
        Turn turn = new Turn(seekTo, !paused && seekTo == null);
        if (seekTo == null && steps > 0) steps--;
        seekTo = null;
        return turn;
    }

    /// Waits until a frame is wanted that is not the next one: at the end only a seek or a step back leads on.
    synchronized void awaitSeek() throws InterruptedException {
        while (seekTo == null) {
            steps = 0;
            wait();
        }
    }

    synchronized void showed(long index) {
        shown = index;
    }

    /// A new source starts playing from its start.
    synchronized void restart() {
        paused = false;
        steps = 0;
        seekTo = null;
        shown = -1;
    }
}
