package org.hrscope.ablation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a joint's peak comes from: `peak` is exactly `bias` plus all shares.
///
/// @param shares by name of the final fusion's terms, finest resolution first; may be negative
public record PeakShares(int joint, double peak, double bias, Map<String, Double> shares) {
    public PeakShares {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
}
