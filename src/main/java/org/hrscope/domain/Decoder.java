package org.hrscope.domain;

import java.util.Locale;

/// How a joint's place is read from its heatmap.
public enum Decoder {
    /// The peak moved a quarter of a cell towards its higher neighbour (official HRNet code, `get_final_preds`).
    QUARTER,
    /// The peak alone.
    ARGMAX,
    /// One Newton step on the logarithm of the blurred map (Zhang et al., arXiv:1910.06278).
    DARK,
    /// Unbiased data processing: sizes minus one in every transform, DARK-like step (Huang et al., arXiv:1911.07524).
    UDP;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Knows the names of the command line, of model metadata and of the catalogue (`quarter-offset`); quarter for others.
    public static Decoder of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "argmax" -> ARGMAX;
            case "dark" -> DARK;
            case "udp" -> UDP;
            default -> QUARTER;
        };
    }
}
