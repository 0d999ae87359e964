package org.hrscope.ablation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a joint's peak comes from: `peak` is `bias` and all shares added up, exactly.
///
/// @param x,y    the peak's cell in the heatmap
/// @param shares by the names of the terms that meet at the end, the finest resolution first; may be negative
public record PeakShares(
        int joint, int x, int y, double peak, double bias, Map<String, Double> shares) {
    public PeakShares {
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }
}
