package org.hrscope.action;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How far each angle moves during some moments, but for the most extreme twentieth at either end. NaN for an angle
/// that is missing too often.
///
/// @param degrees by angle
record AngleRanges(double[] degrees) {
    /// Less is trembling, not a movement.
    private static final double LEAST_DEGREES = 20;

    /// Of the largest range.
    private static final double LEAST_SHARE = 0.35;

    private static final double LEAST_SEEN = 0.8;

    static AngleRanges of(List<double[]> moments) {
        int angles = moments.isEmpty() ? 0 : moments.getFirst().length;
        double[] ranges = new double[angles];
        Arrays.setAll(ranges, i -> range(column(moments, i), moments.size()));
        return new AngleRanges(ranges);
    }

    /// One angle over time, sorted, without the moments in which it was not seen.
    static double[] column(List<double[]> moments, int angle) {
        return moments.stream()
                .mapToDouble(moment -> moment[angle])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double range(double[] sorted, int moments) {
        if (sorted.length == 0 || sorted.length < LEAST_SEEN * moments) return Double.NaN;
        int from = sorted.length / 20;
        return sorted[sorted.length - 1 - from] - sorted[from];
    }

    double largest() {
        return Arrays.stream(degrees).filter(Double::isFinite).max().orElse(0);
    }

    /// The angles that take part, the one that moves most first.
    int[] moving() {
        double least = Math.max(LEAST_DEGREES, LEAST_SHARE * largest());
        return IntStream.range(0, degrees.length)
                .filter(i -> degrees[i] >= least)
                .boxed()
                .sorted((a, b) -> Double.compare(degrees[b], degrees[a]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
