package org.hrscope.teach;

import org.hrscope.onnx.OnnxHead;

/// Weighted ridge regression by its normal equations: the weights w and the bias b that minimise `sum_i g_i (w x_i + b
/// - t_i)^2 + lambda sum_c G_cc w_c^2`. The penalty is scaled by each channel's own energy G_cc, so that the result
/// does not depend on the units of a channel; the bias is free. Sums of samples are sums of equations, so leaving some
/// out costs a subtraction. One thread.
final class Ridge {
    private final int unknowns;

    /// The lower triangle, row by row: each example keeps one.
    private final double[] gram;

    private final double[] right;

    Ridge(int channels) {
        unknowns = channels + 1;
        gram = new double[row(unknowns)];
        right = new double[unknowns];
    }

    /// Where a row of the triangle begins.
    private static int row(int i) {
        return i * (i + 1) / 2;
    }

    /// One cell of a crop.
    ///
    /// @param x the cell's features; the last element is 1, for the bias
    void add(double[] x, double target, double weight) {
        for (int i = 0; i < unknowns; i++) {
            double scaled = weight * x[i];
            right[i] += scaled * target;
            int row = row(i);
            for (int j = 0; j <= i; j++) gram[row + j] += scaled * x[j];
        }
    }

    void add(Ridge other, double sign) {
        for (int i = 0; i < gram.length; i++) gram[i] += sign * other.gram[i];
        for (int i = 0; i < unknowns; i++) right[i] += sign * other.right[i];
    }

    /// @param lambda above 0
    OnnxHead.Channel solve(double lambda) {
        double[] factor = gram.clone();
        for (int i = 0; i < unknowns; i++) {
            int diagonal = row(i) + i;
            double energy = gram[diagonal];
            // A channel that is never active has no say, and must not make the matrix singular.
            if (i < unknowns - 1) factor[diagonal] += lambda * energy;
            if (energy <= 0) factor[diagonal] = 1;
        }
        double[] x = right.clone();
        cholesky(factor, x);
        float[] weights = new float[unknowns - 1];
        for (int i = 0; i < weights.length; i++) weights[i] = (float) x[i];
        return new OnnxHead.Channel(weights, (float) x[unknowns - 1]);
    }

    /// Solves A x = b in place.
    ///
    /// @param a symmetric, its lower triangle row by row
    private static void cholesky(double[] a, double[] x) {
        int n = x.length;
        for (int i = 0; i < n; i++) {
            int row = row(i);
            for (int j = 0; j <= i; j++) {
                int other = row(j);
                double sum = a[row + j];
                for (int k = 0; k < j; k++) sum -= a[row + k] * a[other + k];
                if (i == j) a[row + i] = Math.sqrt(Math.max(sum, Double.MIN_NORMAL));
                else a[row + j] = sum / a[other + j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) x[i] -= a[row(i) + k] * x[k];
            x[i] /= a[row(i) + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) x[i] -= a[row(k) + i] * x[k];
            x[i] /= a[row(i) + i];
        }
    }
}
