package org.hrscope.domain;

import java.util.Locale;

/// How a joint is decoded from its heatmap.
public enum Decoder {
    /// The peak shifted a quarter of a cell towards its higher neighbour (official HRNet code, `get_final_preds`).
    QUARTER,
    /// The peak alone.
    ARGMAX,
    /// One Newton step on the logarithm of the blurred heatmap (Zhang et al., arXiv:1910.06278).
    DARK,
    /// Unbiased data processing: sizes minus one in every transform, DARK-like refinement (Huang et al.,
    /// arXiv:1911.07524).
    UDP;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Accepts the names used on the command line, in model metadata and in the catalogue (`quarter-offset`);
    /// anything else is quarter.
    public static Decoder of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "argmax" -> ARGMAX;
            case "dark" -> DARK;
            case "udp" -> UDP;
            default -> QUARTER;
        };
    }
}
