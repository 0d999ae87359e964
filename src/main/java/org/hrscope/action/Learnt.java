package org.hrscope.action;

import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.Problem;

/// One curve from several repetitions, and how far another repetition may be from it. The curve is the mean of all
/// along the paths that join them to the most typical one (one round of Petitjean's barycentre averaging, 2011).
///
/// @param threshold in degrees, as a mean over the curve
record Learnt(double[][] curve, double threshold) {
    /// A repetition may differ by so much more than the shown ones did from each other: these were done in one go.
    private static final double LENIENCE = 2.5;

    private static final double MORE_DEGREES = 3;

    /// Shares of what standing still would cost. Beyond the larger one, half a repetition would count.
    private static final double LEAST_SHARE = 0.25;

    private static final double MOST_SHARE = 0.45;

    /// Longest to shortest repetition.
    private static final double MOST_UNEVEN = 2.5;

    /// @param rest the angles at rest
    /// @throws Problem `action.differ` if the repetitions are not alike
    static Learnt of(List<double[][]> parts, double[] rest) throws Problem {
        int[] lengths = parts.stream().mapToInt(part -> part.length).sorted().toArray();
        int length = lengths[lengths.length / 2];
        if (lengths[lengths.length - 1] > MOST_UNEVEN * lengths[0]) {
            throw new Problem("action.differ", parts.size());
        }
        List<double[][]> even = parts.stream().map(part -> stretched(part, length)).toList();
        double[][] typical = typical(even);
        double[][] curve = mean(typical, even);
        double still = stillness(curve, rest);
        double spread = even.stream().mapToDouble(part -> Warp.cost(curve, part)).max().orElse(0);
        double most = MOST_SHARE * still;
        if (spread > most) throw new Problem("action.differ", parts.size());
        double wanted = LENIENCE * spread + MORE_DEGREES;
        return new Learnt(curve, Math.clamp(wanted, LEAST_SHARE * still, most));
    }

    private static double[][] stretched(double[][] part, int length) {
        double[][] stretched = new double[length][];
        for (int i = 0; i < length; i++) {
            double at = length == 1 ? 0 : (double) i * (part.length - 1) / (length - 1);
            int from = (int) Math.min(at, part.length - 2);
            double share = at - from;
            double[] one = part[from];
            double[] other = part[from + 1];
            stretched[i] = new double[one.length];
            Arrays.setAll(stretched[i], k -> one[k] + share * (other[k] - one[k]));
        }
        return stretched;
    }

    /// The one nearest to all others.
    private static double[][] typical(List<double[][]> parts) {
        double[][] typical = parts.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (double[][] one : parts) {
            double sum = parts.stream().mapToDouble(other -> Warp.cost(one, other)).sum();
            if (sum < least) {
                least = sum;
                typical = one;
            }
        }
        return typical;
    }

    private static double[][] mean(double[][] typical, List<double[][]> parts) {
        int[][] paths = parts.stream().map(part -> Warp.path(typical, part)).toArray(int[][]::new);
        double[][] mean = new double[typical.length][typical[0].length];
        for (int t = 0; t < mean.length; t++) {
            for (int k = 0; k < mean[t].length; k++) {
                double sum = 0;
                int seen = 0;
                for (int p = 0; p < paths.length; p++) {
                    double value = parts.get(p)[paths[p][t]][k];
                    if (Double.isNaN(value)) continue;
                    sum += value;
                    seen++;
                }
                // Where none was seen, it is as a moment before.
                if (seen > 0) mean[t][k] = sum / seen;
                else if (t > 0) mean[t][k] = mean[t - 1][k];
            }
        }
        return mean;
    }

    /// What someone who stands still would differ by.
    private static double stillness(double[][] curve, double[] rest) {
        return Arrays.stream(curve)
                .mapToDouble(moment -> Warp.distance(moment, rest))
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }
}
