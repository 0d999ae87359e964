package org.hrscope.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A recording cut into repetitions: the angles leave how they were at first, and come back.
///
/// @param moving       indices of the angles that take part
/// @param parts        the complete repetitions: by moment and moving angle
/// @param rest         the moving angles at first, in degrees
/// @param restingSince moments since the last of them ended; -1 while one is under way
record Segments(int[] moving, List<double[][]> parts, double[] rest, int restingSince) {
    /// Shares of the largest distance from rest.
    private static final double LEAVES = 0.5;

    private static final double BACK = 0.25;

    /// Moments at first that show the rest.
    private static final int FIRST = 10;

    private static final int SHORTEST = 6;

    static Segments of(List<double[]> moments) {
        int[] moving = AngleRanges.of(moments).moving();
        if (moving.length == 0) return new Segments(moving, List.of(), new double[0], -1);
        double[] rest = rest(moments, moving);
        double[][] curve = new double[moments.size()][];
        double[] away = new double[moments.size()];
        for (int t = 0; t < curve.length; t++) {
            double[] moment = moments.get(t);
            curve[t] = Arrays.stream(moving).mapToDouble(i -> moment[i]).toArray();
            double apart = Warp.distance(rest, curve[t]);
            away[t] = Double.isNaN(apart) ? t == 0 ? 0 : away[t - 1] : apart;
        }
        return cut(moving, curve, away, rest);
    }

    private static double[] rest(List<double[]> moments, int[] moving) {
        List<double[]> first = moments.subList(0, Math.min(FIRST, moments.size()));
        return Arrays.stream(moving)
                .mapToDouble(i -> {
                    double[] seen = AngleRanges.column(first, i);
                    return seen.length == 0 ? Double.NaN : seen[seen.length / 2];
                })
                .toArray();
    }

    private static Segments cut(int[] moving, double[][] curve, double[] away, double[] rest) {
        double[] sorted = away.clone();
        Arrays.sort(sorted);
        double far = sorted[sorted.length - 1 - sorted.length / 20];
        List<double[][]> parts = new ArrayList<>();
        int resting = 0;
        boolean out = false;
        int ended = 0;
        for (int t = 0; t < away.length; t++) {
            if (away[t] >= LEAVES * far) {
                out = true;
            } else if (away[t] <= BACK * far) {
                if (out && t - resting >= SHORTEST) {
                    parts.add(Arrays.copyOfRange(curve, resting, t + 1));
                    ended = t;
                }
                out = false;
                resting = t;
            }
        }
        return new Segments(moving, parts, rest, out ? -1 : away.length - 1 - ended);
    }
}
