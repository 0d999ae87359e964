package org.hrscope.action;

import java.util.Arrays;
import java.util.Optional;

/// Finds a curve again and again in an endless stream of angles at one rate: dynamic time warping of every part of the
/// stream that could end now, as in SPRING (Sakurai, Faloutsos and Yamamuro, ICDE 2007). Of overlapping parts the most
/// alike counts. Each step advances one moment of the curve for a half to two of the stream, so a repetition may be up
/// to twice as fast or slow, but no pause makes one. Memory and time per moment are proportional to the curve. One
/// thread.
final class TemplateMatcher {

    /// @param begin,end moments of the stream, from 0
    /// @param cost      mean difference in degrees
    record Match(long begin, long end, double cost) {}

    /// The best way to reach each moment of the curve.
    private static final class Column {
        final double[] sum;
        final long[] begin;
        final double[] distance;

        Column(int length) {
            sum = new double[length];
            begin = new long[length];
            distance = new double[length];
            clear();
        }

        void clear() {
            Arrays.fill(sum, Double.POSITIVE_INFINITY);
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
        }
    }

    private final double[][] curve;
    private final double threshold;
    private Column now;
    private Column before;
    private Column earlier;
    private long time;
    private Optional<Match> best = Optional.empty();

    /// @param threshold the most cost, in degrees
    TemplateMatcher(double[][] curve, double threshold) {
        this.curve = curve;
        this.threshold = threshold;
        now = new Column(curve.length);
        before = new Column(curve.length);
        earlier = new Column(curve.length);
    }

    /// @param angles of the next moment, in the order of the curve's; what is too incomplete interrupts all parts
    /// @return a match that nothing better can overlap any more
    Optional<Match> next(double[] angles) {
        Column free = earlier;
        earlier = before;
        before = now;
        now = free;
        fill(angles);
        Optional<Match> done = settled() ? take() : Optional.empty();
        int last = curve.length - 1;
        double cost = now.sum[last] / curve.length;
        if (cost <= threshold && (best.isEmpty() || cost < best.get().cost)) {
            best = Optional.of(new Match(now.begin[last], time, cost));
        }
        time++;
        return done;
    }

    /// The match that is still open.
    Optional<Match> end() {
        return take();
    }

    /// What comes next does not continue what was.
    void interrupt() {
        now.clear();
        before.clear();
        earlier.clear();
    }

    long time() {
        return time;
    }

    private void fill(double[] angles) {
        for (int i = 0; i < curve.length; i++) {
            double here = Warp.distance(curve[i], angles);
            now.distance[i] = Double.isNaN(here) ? Double.POSITIVE_INFINITY : here;
        }
        for (int i = 0; i < curve.length; i++) {
            double here = now.distance[i];
            now.sum[i] = i == 0 ? here : Double.POSITIVE_INFINITY;
            now.begin[i] = time;
            if (i == 0) continue;
            reach(i, before.sum[i - 1] + here, before.begin[i - 1]);
            reach(i, earlier.sum[i - 1] + (before.distance[i] + here) / 2, earlier.begin[i - 1]);
            double skipped = now.distance[i - 1] + here;
            if (i == 1) reach(i, skipped, time);
            else reach(i, before.sum[i - 2] + skipped, before.begin[i - 2]);
        }
    }

    private void reach(int i, double sum, long begin) {
        if (!(sum < now.sum[i])) return;
        now.sum[i] = sum;
        now.begin[i] = begin;
    }

    /// Whether no part that overlaps the best one can still become better.
    private boolean settled() {
        if (best.isEmpty()) return false;
        double sum = best.get().cost * curve.length;
        for (Column column : new Column[] {now, before}) {
            for (int i = 0; i < curve.length; i++) {
                if (column.sum[i] < sum && column.begin[i] <= best.get().end) return false;
            }
        }
        return true;
    }

    private Optional<Match> take() {
        Optional<Match> done = best;
        if (best.isPresent()) {
            for (Column column : new Column[] {now, before, earlier}) {
                for (int i = 0; i < curve.length; i++) {
                    if (column.begin[i] <= best.get().end) {
                        column.sum[i] = Double.POSITIVE_INFINITY;
                    }
                }
            }
        }
        best = Optional.empty();
        return done;
    }
}
