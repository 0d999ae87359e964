package org.hrscope.pipeline;

import java.util.Arrays;

/// Recent durations of one step, in nanoseconds, with median and 95th percentile. One thread.
public final class RollingTimes {
    private final long[] ring;
    private int count;

    public RollingTimes(int capacity) {
        ring = new long[capacity];
    }

    public void add(long nanos) {
        ring[count++ % ring.length] = nanos;
    }

    public int size() {
        return Math.min(count, ring.length);
    }

    public double medianMillis() {
        return millis(0.5);
    }

    public double p95Millis() {
        return millis(0.95);
    }

    /// 0 if nothing was measured.
    private double millis(double share) {
        int size = size();
        if (size == 0) return 0;
        long[] sorted = Arrays.copyOf(ring, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1L, Math.round(share * (size - 1)))] / 1e6;
    }
}
