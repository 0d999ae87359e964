package org.hrscope.action;

import java.util.Arrays;
import java.util.function.Consumer;

/// Resamples angles to a fixed rate, interpolating linearly between frames. One thread.
final class Resampler {
    /// Moments per second: enough for a jump, and no more than slow cameras give.
    static final double RATE = 20;

    private double[] before = {};
    private double last = Double.NaN;
    private double begin;
    private long given;

    /// Whether a frame at this time goes on from the last one: it neither goes back nor leaves a long gap.
    boolean goesOn(double seconds) {
        return seconds >= last && seconds - last <= Countable.BRIDGED_SECONDS;
    }

    /// @param angles in degrees, NaN where not seen; kept
    /// @param at     is given the angles at each moment of the fixed rate up to now
    void next(double seconds, double[] angles, Consumer<double[]> at) {
        if (seconds == last) return;
        if (!goesOn(seconds)) {
            begin = seconds;
            given = 0;
            before = angles;
            last = seconds;
        }
        for (double due = due(); due <= seconds; due = due()) {
            double share = seconds > last ? (due - last) / (seconds - last) : 1;
            double[] between = new double[angles.length];
            Arrays.setAll(between, i -> mix(before[i], angles[i], share));
            at.accept(between);
            given++;
        }
        before = angles;
        last = seconds;
    }

    private double due() {
        return begin + given / RATE;
    }

    private static double mix(double before, double now, double share) {
        if (Double.isNaN(before)) return now;
        return Double.isNaN(now) ? before : before + share * (now - before);
    }
}
