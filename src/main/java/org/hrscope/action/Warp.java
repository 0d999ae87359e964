package org.hrscope.action;

import java.util.Arrays;

/// Dynamic time warping of angle curves at one rate (Sakoe and Chiba, 1978): rows are moments, columns angles in
/// degrees. Stateless.
final class Warp {
    /// How far from the diagonal the path may be, as a share of the length.
    private static final double BAND = 0.25;

    private Warp() {}

    /// Root mean square difference of the angles that both have; NaN where fewer than half are seen.
    static double distance(double[] one, double[] other) {
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < one.length; i++) {
            double apart = one[i] - other[i];
            if (Double.isNaN(apart)) continue;
            sum += apart * apart;
            seen++;
        }
        return seen == 0 || 2 * seen < one.length ? Double.NaN : Math.sqrt(sum / seen);
    }

    /// Mean difference along the best path between two curves of equal length, in degrees.
    static double cost(double[][] one, double[][] other) {
        double[][] sums = sums(one, other);
        return sums[one.length - 1][other.length - 1] / one.length;
    }

    /// Which moment of the other curve belongs to each moment of the first: the middle of those that the best path
    /// joins to it.
    static int[] path(double[][] one, double[][] other) {
        double[][] sums = sums(one, other);
        int[] least = new int[one.length];
        int[] most = new int[one.length];
        Arrays.fill(least, Integer.MAX_VALUE);
        int i = one.length - 1;
        int j = other.length - 1;
        while (true) {
            least[i] = Math.min(least[i], j);
            most[i] = Math.max(most[i], j);
            if (i == 0 && j == 0) break;
            double across = at(sums, i - 1, j - 1);
            double up = at(sums, i - 1, j);
            double left = at(sums, i, j - 1);
            if (across <= up && across <= left) {
                i--;
                j--;
            } else if (up <= left) {
                i--;
            } else {
                j--;
            }
        }
        int[] path = new int[one.length];
        for (int k = 0; k < path.length; k++) path[k] = (least[k] + most[k]) / 2;
        return path;
    }

    private static double at(double[][] sums, int i, int j) {
        return i < 0 || j < 0 ? Double.POSITIVE_INFINITY : sums[i][j];
    }

    private static double[][] sums(double[][] one, double[][] other) {
        int length = one.length;
        int band = Math.max(2, (int) Math.ceil(BAND * length));
        double[][] sums = new double[length][other.length];
        for (int i = 0; i < length; i++) {
            Arrays.fill(sums[i], Double.POSITIVE_INFINITY);
            int from = Math.max(0, i - band);
            for (int j = from; j < Math.min(other.length, i + band + 1); j++) {
                double before =
                        i == 0 && j == 0
                                ? 0
                                : Math.min(
                                        at(sums, i - 1, j - 1),
                                        Math.min(at(sums, i - 1, j), at(sums, i, j - 1)));
                double here = distance(one[i], other[j]);
                sums[i][j] = before + (Double.isNaN(here) ? 0 : here);
            }
        }
        return sums;
    }
}
