package org.hrscope.domain;

import java.util.Arrays;

/// The output of one node for one crop: `channels` maps of height x width, CHW. The array must not be modified.
public record FeatureMaps(int channels, int height, int width, float[] values) {

    public FeatureMaps {
        if (values.length != channels * height * width) {
            throw new IllegalArgumentException(
                    values.length + " values are not " + channels + "x" + height + "x" + width);
        }
    }

    /// A copy. The last two axes are height and width, the others count as channels; a tensor of rank 1 becomes one
    /// row.
    public static FeatureMaps of(Tensor tensor) {
        Shape shape = tensor.shape();
        int rank = shape.rank();
        int width = rank < 1 ? 1 : shape.size(rank - 1);
        int height = rank < 2 ? 1 : shape.size(rank - 2);
        float[] values = tensor.toArray();
        return new FeatureMaps(values.length / Math.max(1, width * height), height, width, values);
    }

    public static FeatureMaps of(Heatmaps maps) {
        return new FeatureMaps(maps.joints(), maps.height(), maps.width(), maps.values());
    }

    /// Values per map.
    public int cells() {
        return height * width;
    }

    public float at(int channel, int y, int x) {
        return values[(channel * height + y) * width + x];
    }

    /// A copy of one map.
    public FeatureMaps channel(int channel) {
        int from = channel * cells();
        float[] one = Arrays.copyOfRange(values, from, from + cells());
        return new FeatureMaps(1, height, width, one);
    }

    /// The mean over all channels, as one map.
    public FeatureMaps mean() {
        float[] mean = new float[cells()];
        for (int i = 0; i < values.length; i++) mean[i % mean.length] += values[i];
        for (int i = 0; i < mean.length; i++) mean[i] /= channels;
        return new FeatureMaps(1, height, width, mean);
    }

    /// Resized by area averaging: each new cell is the mean over the area it covers. The identity if the size stays
    /// the same.
    public FeatureMaps resized(int toHeight, int toWidth) {
        if (toHeight == height && toWidth == width) return this;
        float[] resized = new float[channels * toHeight * toWidth];
        for (int i = 0; i < resized.length; i++) {
            int x = i % toWidth;
            int y = i / toWidth % toHeight;
            int channel = i / (toWidth * toHeight);
            double left = x * (double) width / toWidth;
            double right = (x + 1) * (double) width / toWidth;
            double top = y * (double) height / toHeight;
            double bottom = (y + 1) * (double) height / toHeight;
            double sum = 0;
            for (int v = (int) top; v < Math.min(bottom, height); v++) {
                double tall = Math.min(bottom, v + 1) - Math.max(top, v);
                for (int u = (int) left; u < Math.min(right, width); u++) {
                    double wide = Math.min(right, u + 1) - Math.max(left, u);
                    sum += tall * wide * at(channel, v, u);
                }
            }
            resized[i] = (float) (sum / ((right - left) * (bottom - top)));
        }
        return new FeatureMaps(channels, toHeight, toWidth, resized);
    }

    /// Difference from `others`, which are resized to match if necessary.
    public FeatureMaps minus(FeatureMaps others) {
        float[] difference = values.clone();
        float[] subtracted = others.resized(height, width).values;
        for (int i = 0; i < difference.length; i++) difference[i] -= subtracted[i];
        return new FeatureMaps(channels, height, width, difference);
    }
}
