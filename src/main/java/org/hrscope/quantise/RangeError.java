package org.hrscope.quantise;

/// What a tensor's values lose where they are rounded to 256 levels of a range, and clipped beyond it.
///
/// @param seen the values
record RangeError(Histogram seen) {
    /// The sum of the fourth powers of the errors. An error that is even over a step of d has d^4 / 80 on average.
    double fourth(ValueRange range) {
        double even = Math.pow(range.scale(), 4) / 80;
        double sum = 0;
        for (int b = 0; b < Histogram.BINS; b++) {
            long count = seen.counts()[b];
            if (count == 0) continue;
            double square = clipped(b, range);
            sum += count * (square > 0 ? square * square : even);
        }
        return sum;
    }

    /// Noise power over signal power; 0 where there is no signal.
    double ratio(ValueRange range) {
        double even = range.scale() * range.scale() / 12;
        double noise = 0;
        double signal = 0;
        for (int b = 0; b < Histogram.BINS; b++) {
            long count = seen.counts()[b];
            if (count == 0) continue;
            double square = clipped(b, range);
            noise += count * (square > 0 ? square : even);
            signal += count * centre(b) * centre(b);
        }
        return signal == 0 ? 0 : noise / signal;
    }

    private double clipped(int bin, ValueRange range) {
        double value = centre(bin);
        double beyond = value - Math.clamp(value, range.least(), range.most());
        return beyond * beyond;
    }

    private double centre(int bin) {
        return seen.edge(bin) + seen.width() / 2;
    }
}
