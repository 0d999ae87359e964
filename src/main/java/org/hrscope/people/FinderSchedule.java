package org.hrscope.people;

/// When a finder is to run in a live source, by what its runs were measured to take: at once in a new scene, then every
/// so often, so that it takes a sixteenth of one core's time (of the live rate of one person, 0.95 must be left), a quarter while
/// somebody is looked for, and never as much as half, whatever the scenes do. Times are those of [System#nanoTime()], handed in. One thread.
public final class FinderSchedule {
    private static final double SHARE = 1 / 16.0;
    private static final double SEARCHING_SHARE = 0.25;
    private static final double MOST_SHARE = 1 / 3.0;

    /// People do not come more often than that.
    private static final long LEAST_PAUSE = 200_000_000;

    /// The share of the last run in what a run is taken to last.
    private static final double HASTE = 0.3;

    private boolean ran;
    private boolean newScene = true;
    private long ended;
    private double took;

    /// Another picture, or a cut: the finder is wanted at once.
    public void newScene() {
        newScene = true;
    }

    /// Whether the frame is to wait for the finder, because nothing is known of its scene.
    public boolean atOnce(long now) {
        return newScene && (!ran || now - ended >= pause(MOST_SHARE));
    }

    /// Whether the finder is to run beside the poses, in the next gap.
    ///
    /// @param searching whether somebody is out of sight, or nobody followed
    public boolean due(long now, boolean searching) {
        double pause = Math.max(LEAST_PAUSE, pause(searching ? SEARCHING_SHARE : SHARE));
        return !ran || now - ended >= pause;
    }

    /// A run is over.
    ///
    /// @param nanos what it took
    public void ran(long now, long nanos) {
        took = ran ? took + HASTE * (nanos - took) : nanos;
        ran = true;
        newScene = false;
        ended = now;
    }

    /// After a run, so that runs take this share of the time.
    private double pause(double share) {
        return took * (1 - share) / share;
    }
}
