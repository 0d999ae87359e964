package org.hrscope.quantise;

import java.util.Set;
import org.hrscope.natives.Processor;

/// What a person asks of a quantisation.
///
/// @param pixels  the mean loss that is acceptable, in pixels of the source
/// @param kept    nodes that stay float, by the name of their value
/// @param only    whether all others are rounded, whatever is lost
/// @param range   how far the levels reach
/// @param weights bits of a weight, 7 or 8
public record QuantiseWish(
        double pixels, Set<String> kept, boolean only, RangeChoice range, int weights) {
    public static final double PIXELS = 0.5;

    public QuantiseWish {
        kept = Set.copyOf(kept);
    }

    /// For this machine.
    public static QuantiseWish standard() {
        return new QuantiseWish(
                PIXELS, Set.of(), false, RangeChoice.AUTO, Processor.here().weightBits());
    }

    /// Whatever is lost, these nodes stay float and no others.
    public QuantiseWish only(Set<String> nodes) {
        return new QuantiseWish(Double.POSITIVE_INFINITY, nodes, true, range, weights);
    }

    /// The largest weight.
    int most() {
        return (1 << (weights - 1)) - 1;
    }
}
