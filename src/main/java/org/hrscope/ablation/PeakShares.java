package org.hrscope.ablation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a joint's peak comes from: `peak` is `bias` plus all shares.
///
/// @param shares by name of the final fusion's terms, finest resolution first; may be negative
public record PeakShares(int joint, double peak, double bias, Map<String, Double> shares) {
    public PeakShares {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /// Whether they are a split of the peak: not where a gain applies to the sum itself or behind it. Rounding, as in an
    /// int8 network, is no matter.
    public boolean addUp() {
        double sum = bias;
        for (double share : shares.values()) sum += share;
        return Math.abs(sum - peak) <= 0.1 * Math.max(0.2, Math.abs(peak));
    }
}
