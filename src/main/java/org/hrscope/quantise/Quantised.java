package org.hrscope.quantise;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// A quantised network and what it costs.
///
/// @param bytes    the file
/// @param range    how far its levels reach
/// @param kept     nodes that stay float
/// @param constant values that never changed on the samples
/// @param noise    by value, the ratio of signal to quantisation noise in dB
/// @param loss     on all samples
/// @param speed    on this machine
/// @param before   bytes of the float file
/// @param samples  how many
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

    /// In pixels of the source: whoever asks for less may still bear this much.
    private static final double BORNE = 4 * QuantiseWish.PIXELS;

    /// Whether it is faster here, and its joints stay about where they were.
    ///
    /// @param wish the mean loss that is acceptable, in pixels of the source
    public boolean worthwhile(double wish) {
        return speed.faster() && loss.pixels() <= Math.max(wish, BORNE);
    }
}
