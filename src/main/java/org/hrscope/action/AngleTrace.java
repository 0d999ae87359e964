package org.hrscope.action;

/// One person's angle and phase over the last seconds, for a curve: oldest first. Of fixed size; one thread.
public final class AngleTrace {
    public static final double SECONDS = 10;
    private static final int MOST = 1024;
    private static final Phase[] PHASES = Phase.values();

    private final double[] times = new double[MOST];
    private final double[] degrees = new double[MOST];
    private final byte[] phases = new byte[MOST];
    private int first;
    private int size;

    /// A time that is not later than the last one, as after a seek, starts over; the same one changes nothing.
    public void add(double seconds, double angle, Phase phase) {
        if (size > 0) {
            double last = times[at(size - 1)];
            if (seconds == last) return;
            if (seconds < last) clear();
        }
        if (size == MOST) drop();
        int place = at(size++);
        times[place] = seconds;
        degrees[place] = angle;
        phases[place] = (byte) phase.ordinal();
        while (seconds - times[first] > SECONDS) drop();
    }

    private void drop() {
        first = (first + 1) % MOST;
        size--;
    }

    private int at(int index) {
        return (first + index) % MOST;
    }

    public int size() {
        return size;
    }

    /// Before the newest, at most 0.
    public double seconds(int index) {
        return times[at(index)] - times[at(size - 1)];
    }

    /// NaN where it was not seen.
    public double degrees(int index) {
        return degrees[at(index)];
    }

    public Phase phase(int index) {
        return PHASES[phases[at(index)]];
    }

    public void clear() {
        first = 0;
        size = 0;
    }
}
