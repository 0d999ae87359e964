package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;

/// OpenCV's 11-wide Gaussian blur (sigma 2) of one heatmap, with zeros or reflection at the border. Owns buffers:
/// one thread at a time.
final class GaussianBlur {
    private static final int RADIUS = 5;
    private static final double[] KERNEL = kernel();

    /// What is beyond the map.
    enum Border {
        ZEROS,
        REFLECTION
    }

    private final Border border;
    private double[] rows = {};
    private double[] blurred = {};
    private int width;

    GaussianBlur(Border border) {
        this.border = border;
    }

    private static double[] kernel() {
        double deviation = 0.3 * (RADIUS - 1) + 0.8; // OpenCV's default sigma
        double[] weights = new double[2 * RADIUS + 1];
        double sum = 0;
        for (int i = -RADIUS; i <= RADIUS; i++) {
            weights[i + RADIUS] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + RADIUS];
        }
        for (int i = 0; i < weights.length; i++) weights[i] /= sum;
        return weights;
    }

    void blur(Heatmaps maps, int joint) {
        width = maps.width();
        int height = maps.height();
        if (rows.length != width * height) {
            rows = new double[width * height];
            blurred = new double[width * height];
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = -RADIUS; k <= RADIUS; k++) {
                    int from = inside(x + k, width);
                    if (from >= 0) sum += KERNEL[k + RADIUS] * maps.at(joint, y, from);
                }
                rows[y * width + x] = sum;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = -RADIUS; k <= RADIUS; k++) {
                    int from = inside(y + k, height);
                    if (from >= 0) sum += KERNEL[k + RADIUS] * rows[from * width + x];
                }
                blurred[y * width + x] = sum;
            }
        }
    }

    private int inside(int at, int size) {
        if (at >= 0 && at < size) return at;
        if (border == Border.ZEROS || size <= RADIUS) return -1;
        return at < 0 ? -at : 2 * (size - 1) - at;
    }

    double at(int y, int x) {
        return blurred[y * width + x];
    }

    double maximum() {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : blurred) highest = Math.max(highest, value);
        return highest;
    }
}
