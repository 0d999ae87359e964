package org.hrscope.quantise;

/// What is lost where values are clipped to a range and rounded to its levels: the Kullback-Leibler divergence of the
/// rounded distribution from that of the values, in nats. A level's count is shared out among the bins that have any.
final class Divergence {
    private final Histogram seen;
    private final ValueRange range;

    Divergence(Histogram seen, ValueRange range) {
        this.seen = seen;
        this.range = range;
    }

    double value() {
        int first = seen.bin(range.least());
        int last = seen.bin(range.most());
        int bins = last - first + 1;
        double[] values = new double[bins];
        double[] inside = new double[bins];
        double all = 0;
        for (int b = 0; b < Histogram.BINS; b++) {
            long count = seen.counts()[b];
            // What is clipped counts at the ends, but the levels know nothing about it.
            values[Math.clamp(b - first, 0, bins - 1)] += count;
            if (b >= first && b <= last) inside[b - first] += count;
            all += count;
        }
        double[] levels = new double[257];
        int[] filled = new int[257];
        for (int b = 0; b < bins; b++) {
            levels[level(first + b)] += inside[b];
            if (values[b] > 0) filled[level(first + b)]++;
        }
        double kept = 0;
        for (double count : inside) kept += count;
        if (all == 0 || kept == 0) return Double.MAX_VALUE;
        double sum = 0;
        for (int b = 0; b < bins; b++) {
            if (values[b] == 0) continue;
            int level = level(first + b);
            double rounded = Math.max(levels[level] / filled[level] / kept, 1e-12);
            double value = values[b] / all;
            sum += value * Math.log(value / rounded);
        }
        return sum;
    }

    private int level(int bin) {
        double centre = seen.edge(bin) + seen.width() / 2;
        return (int) Math.clamp(Math.rint((centre - range.least()) / range.scale()), 0, 256);
    }
}
