package org.hrscope.pixels;

/// What can be said of many values at once. Those that are no number are left out of everything but their count.
///
/// @param deviation  standard deviation of the values themselves, not of a sample
/// @param zeros      the share of values that are exactly 0
/// @param notNumbers how many are infinite or no number
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

    /// The value farthest from 0, without its sign.
    public float reach() {
        return Math.max(Math.abs(min), Math.abs(max));
    }

    /// How many values lie in each of `bins` equal parts of low..high; what lies outside counts in the nearer end.
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
