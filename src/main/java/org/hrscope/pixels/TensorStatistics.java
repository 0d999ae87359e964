package org.hrscope.pixels;

/// Summary statistics of many values. Non-finite values only count in `notNumbers`.
///
/// @param deviation  standard deviation of the population, not of a sample
/// @param zeros      share of exact zeros
/// @param notNumbers number of NaN and infinite values
public record TensorStatistics(
        int count,
        float min,
        double mean,
        float max,
        double deviation,
        double zeros,
        int notNumbers) {

    public static TensorStatistics of(float[] values, int from, int count) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        double sum = 0;
        int zeros = 0;
        int numbers = 0;
        for (int i = from; i < from + count; i++) {
            float value = values[i];
            if (!Float.isFinite(value)) continue;
            numbers++;
            min = Math.min(min, value);
            max = Math.max(max, value);
            sum += value;
            if (value == 0) zeros++;
        }
        if (numbers == 0) return new TensorStatistics(count, 0, 0, 0, 0, 0, count);
        double mean = sum / numbers;
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            if (Float.isFinite(values[i])) squares += (values[i] - mean) * (values[i] - mean);
        }
        return new TensorStatistics(
                count,
                min,
                mean,
                max,
                Math.sqrt(squares / numbers),
                zeros / (double) numbers,
                count - numbers);
    }

    /// The largest absolute value.
    public float reach() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /// Counts per bin over low..high, in `bins` equal bins; values outside count in the nearest one.
    public static int[] histogram(
            float[] values, int from, int count, float low, float high, int bins) {
        int[] histogram = new int[bins];
        for (int i = from; i < from + count; i++) {
            if (!Float.isFinite(values[i])) continue;
            int bin = high > low ? (int) ((values[i] - low) / (high - low) * bins) : 0;
            histogram[Math.clamp(bin, 0, bins - 1)]++;
        }
        return histogram;
    }
}
