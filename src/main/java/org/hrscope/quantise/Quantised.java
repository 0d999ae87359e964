package org.hrscope.quantise;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A quantised network and what it costs.
///
/// @param bytes    the file
/// @param range    how far its levels reach
/// @param kept     nodes that stay float
/// @param constant values that never changed on the samples
/// @param noise    by value, the ratio of signal to quantisation noise in dB; where all stays float, what it would be
/// @param loss     on samples whose ranges were not looked at, if there were enough
/// @param speed    on this machine
/// @param before   bytes of the float file
/// @param samples  how many were looked at
public record Quantised(
        byte[] bytes,
        RangeChoice range,
        List<String> kept,
        Set<String> constant,
        Map<String, Double> noise,
        Loss loss,
        Speed speed,
        long before,
        int samples) {
    /// The key of the file's metadata that holds the SHA-256 of the float file.
    public static final String MADE_FROM = "quantised_from";

    /// `VALUE=DECIBELS`, separated by commas.
    static final String DECIBELS = "quantised_decibels";

    /// Names of nodes, separated by commas.
    static final String FLOATS = "quantised_float";

    /// The same, with more at the end of the file.
    Quantised with(byte[] tail) {
        byte[] both = ByteBuffer.allocate(bytes.length + tail.length).put(bytes).put(tail).array();
        return new Quantised(both, range, kept, constant, noise, loss, speed, before, samples);
    }

    /// Whether nothing is rounded: otherwise its joints would move further than is wished.
    public boolean allFloat() {
        return !noise.isEmpty() && Set.copyOf(kept).containsAll(noise.keySet());
    }

    /// Whether anything is rounded, it is faster here, and its joints stay where they were as nearly as is wished.
    ///
    /// @param wish the mean loss that is acceptable, in pixels of the source
    public boolean worthwhile(double wish) {
        return !allFloat() && speed.faster() && loss.pixels() <= wish;
    }
}
