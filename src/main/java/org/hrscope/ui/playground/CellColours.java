package org.hrscope.ui.playground;

import javafx.scene.paint.Color;

/// The grids' colours in both themes, matching the style sheet, which a canvas cannot read. Values are greys that text
/// contrasts with; the accent is for highlights only.
record CellColours(
        Color least,
        Color most,
        Color line,
        Color text,
        Color muted,
        Color accent,
        Color onAccent) {
    private static final CellColours LIGHT =
            of("#ffffff", "#b9c3d1", "#c3cad4", "#1b2330", "#5d6979", "#2563eb", "#ffffff");
    private static final CellColours DARK =
            of("#20252d", "#566173", "#434c5a", "#e7eaf0", "#a3aebd", "#5b9dff", "#0b1220");

    static CellColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    private static CellColours of(String... hex) {
        Color[] c = new Color[hex.length];
        for (int i = 0; i < hex.length; i++) c[i] = Color.web(hex[i]);
        return new CellColours(c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
    }

    /// @param share position between the grid's smallest and largest value, 0..1
    Color grey(double share) {
        return least.interpolate(most, share);
    }
}
