package org.hrscope.quantise;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;

/// How often a tensor's values occur, over any number of frames in bounded memory: bins of one width, which doubles
/// when a value lies outside, two bins becoming one. One thread.
final class Histogram {
    static final int BINS = 4096;
    private static final int HALF = BINS / 2;
    private static final int CHUNK = 4096;

    private long[] counts = new long[BINS];

    /// The bits of floats: as whole numbers, the compiler takes the least and the largest of many at once.
    private final int[] chunk = new int[CHUNK];

    private double width;
    private float least = Float.POSITIVE_INFINITY;
    private float most = Float.NEGATIVE_INFINITY;
    private boolean finite = true;

    /// @param step every which value is counted; the least and the largest are found among all
    void add(FloatBuffer values, int step) {
        MemorySegment all = MemorySegment.ofBuffer(values.duplicate().clear());
        int offset = 0;
        for (int at = 0; at < values.capacity(); at += CHUNK) {
            int length = Math.min(CHUNK, values.capacity() - at);
            MemorySegment.copy(
                    all, ValueLayout.JAVA_INT, (long) at * Float.BYTES, chunk, 0, length);
            range(length);
            if (finite) offset = count(offset, length, step);
        }
    }

    private void range(int length) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < length; i++) {
            int ordered = ordered(chunk[i]);
            lowest = Math.min(lowest, ordered);
            highest = Math.max(highest, ordered);
        }
        float low = Float.intBitsToFloat(ordered(lowest));
        float high = Float.intBitsToFloat(ordered(highest));
        if (!Float.isFinite(low) || !Float.isFinite(high)) finite = false;
        if (!finite) return;
        least = Math.min(least, low);
        most = Math.max(most, high);
        double reach = Math.max(most, -(double) least);
        if (width == 0 && reach > 0) width = reach / HALF * 1.000001;
        while (reach >= width * HALF && reach > 0) widen();
    }

    /// In the order of the floats, NaN at the ends. Its own inverse.
    private static int ordered(int bits) {
        return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    }

    private int count(int offset, int length, int step) {
        double inverse = width == 0 ? 0 : 1 / width;
        int i = offset;
        for (; i < length; i += step) {
            counts[(int) (Float.intBitsToFloat(chunk[i]) * inverse + HALF)]++;
        }
        return i - length;
    }

    /// Bin b holds [(b - HALF) w, (b - HALF + 1) w): halving b - HALF, rounded down, is the bin of the double width.
    private void widen() {
        long[] wider = new long[BINS];
        for (int b = 0; b < BINS; b++) wider[Math.floorDiv(b - HALF, 2) + HALF] += counts[b];
        counts = wider;
        width *= 2;
    }

    /// Whether all values were numbers.
    boolean finite() {
        return finite;
    }

    float least() {
        return least;
    }

    float most() {
        return most;
    }

    long[] counts() {
        return counts;
    }

    /// The value where a bin begins.
    double edge(int bin) {
        return (bin - HALF) * width;
    }

    double width() {
        return width;
    }

    /// The bin of a value within the range.
    int bin(double value) {
        return width == 0 ? HALF : (int) Math.clamp(value / width + HALF, 0, BINS - 1);
    }
}
