package org.hrscope.quantise;

import java.nio.FloatBuffer;

/// The mean of each channel of a value, over any number of samples. One thread.
final class ChannelMeans {
    private final double[] sums;
    private final long[] counts;

    ChannelMeans(int channels) {
        sums = new double[channels];
        counts = new long[channels];
    }

    /// @param values one channel after the other
    /// @param step   one value in so many is counted
    void add(FloatBuffer values, int step) {
        int cells = values.capacity() / sums.length;
        int i = 0;
        for (int channel = 0; channel < sums.length; channel++) {
            for (; i < (channel + 1) * cells; i += step) {
                sums[channel] += values.get(i);
                counts[channel]++;
            }
        }
    }

    double of(int channel) {
        return counts[channel] == 0 ? 0 : sums[channel] / counts[channel];
    }
}
