package org.hrscope.ui.lab;

import java.util.Locale;

/// Numbers as tables show them. FX thread.
final class Figures {
    private Figures() {}

    /// A distance; a dash where there is none.
    static String distance(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f", value);
    }

    /// A gain: `0`, `0.5`, `1.25`.
    static String gain(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    static String peaks(double before, double after) {
        return String.format(Locale.ROOT, "%.2f → %.2f", before, after);
    }
}
