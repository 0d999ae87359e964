package org.hrscope.ui.common;

import java.util.Collection;
import java.util.OptionalDouble;
import org.hrscope.quantise.RoundedNetwork;
import org.jspecify.annotations.Nullable;

/// Says of a quantised network what rounding does to a node. FX thread.
///
/// @param rounded null for a network in floating point: there is nothing to say
public record RoundedText(Texts texts, @Nullable RoundedNetwork rounded) {
    /// Signal over noise, as amplitudes.
    private static final double DECIBELS_A_DECADE = 20;

    /// @param within other values computed in the node
    /// @return empty where nothing is known
    public String part(String value, Collection<String> within) {
        if (rounded == null) return "";
        OptionalDouble decibels = rounded.decibels(value, within);
        String noise = decibels.isPresent() ? noise(decibels.getAsDouble()) : "";
        if (!rounded.isFloat(value, within)) return noise;
        String stays = texts.get("rounded.float");
        return noise.isEmpty() ? stays : noise + "\n" + stays;
    }

    private String noise(double decibels) {
        double share = Math.pow(10, -decibels / DECIBELS_A_DECADE) * 100;
        return texts.get(
                "rounded.noise", Texts.format("%.1f", decibels), Texts.format("%.1f", share));
    }
}
