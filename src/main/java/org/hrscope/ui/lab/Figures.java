package org.hrscope.ui.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hrscope.ui.common.Texts;

/// Numbers as tables show them. FX thread.
final class Figures {
    private static final Pattern PATH =
            Pattern.compile("(stage\\d+\\.\\d+)\\.fuse_layers\\.(\\d+)\\.(\\d+)");

    private Figures() {}

    /// A path by the resolutions that it joins, `stage3.0  1/8 → 1/4`: its name is longer, and names the target first.
    static String path(String name) {
        Matcher parts = PATH.matcher(name);
        if (!parts.matches()) return name;
        return parts.group(1) + "  " + lane(parts.group(3)) + " → " + lane(parts.group(2));
    }

    private static String lane(String branch) {
        return "1/" + (4 << Integer.parseInt(branch));
    }

    /// A distance; a dash where there is none.
    static String distance(double value) {
        return Double.isNaN(value) ? "–" : Texts.format("%.1f", value);
    }

    /// A gain: `0`, `0.5`, `1.25`.
    static String gain(double value) {
        String text = Texts.format("%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    static String peaks(double before, double after) {
        return Texts.format("%.2f → %.2f", before, after);
    }
}
