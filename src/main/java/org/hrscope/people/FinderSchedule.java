package org.hrscope.people;

/// Decides when the finder runs on a live source, from its measured run times: at once in a new scene, then
/// periodically, using a sixteenth of one core's time, a quarter while someone is missing, and always less than half.
/// While nothing changes the pauses double, up to two seconds, so that one person keeps 0.95 of the rate without a
/// finder: a newcomer is looked for after [#LONGEST_PAUSE] at most, or after fifteen runs' time where that is longer.
/// Times are [System#nanoTime()], passed in. One thread.
public final class FinderSchedule {
    private static final double SHARE = 1 / 16.0;
    private static final double SEARCHING_SHARE = 0.25;
    private static final double MOST_SHARE = 1 / 3.0;

    /// People do not appear more often than this.
    private static final long LEAST_PAUSE = 200_000_000;

    /// A newcomer does not wait longer where the finder is fast enough.
    private static final long LONGEST_PAUSE = 2_000_000_000;

    /// Weight of the latest run in the running average.
    private static final double HASTE = 0.3;

    private boolean ran;
    private boolean newScene = true;
    private long ended;
    private double took;

    /// Whether a frame ever waited for a run, when the last one was done, and how long that took.
    private boolean held;

    private long heldUntil;
    private double waited;

    /// Consecutive runs that told nothing new.
    private int quiet;

    /// A new image or a cut: run at once.
    public void newScene() {
        newScene = true;
        quiet = 0;
    }

    /// Whether the frame must wait for the finder, because nothing is known about its scene.
    public boolean atOnce(long now) {
        return newScene && free(now);
    }

    /// Whether a frame may wait for the finder again without such frames taking more than their share. A run beside the
    /// poses made none wait: where a cut followed it, people would be gone from the stage until this one may run.
    public boolean free(long now) {
        return !held || now - heldUntil >= pause(Math.max(took, waited), MOST_SHARE);
    }

    /// Whether the finder should run alongside the poses in the next gap.
    ///
    /// @param searching whether someone is out of sight, or no one is tracked
    public boolean due(long now, boolean searching) {
        if (searching) quiet = 0;
        double pause = pause(took, searching ? SEARCHING_SHARE : SHARE);
        double patient = Math.min(pause * Math.pow(2, quiet), Math.max(pause, LONGEST_PAUSE));
        return !ran || now - ended >= Math.max(LEAST_PAUSE, patient);
    }

    /// The last run found only people who were known, or someone else.
    public void found(boolean newcomers) {
        quiet = newcomers ? 0 : quiet + 1;
    }

    /// A run has finished.
    ///
    /// @param nanos its duration
    public void ran(long now, long nanos) {
        took = ran ? took + HASTE * (nanos - took) : nanos;
        ran = true;
        newScene = false;
        ended = now;
    }

    /// The frame that waited for this run is done.
    ///
    /// @param nanos how long it waited: also for the poses of everyone found
    public void waited(long now, long nanos) {
        waited = nanos;
        held = true;
        heldUntil = now;
        ended = now;
    }

    /// The pause after `nanos` that limits them to this share of the time.
    private static double pause(double nanos, double share) {
        return nanos * (1 - share) / share;
    }
}
