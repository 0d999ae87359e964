package org.hrscope.ui.playground;

import javafx.scene.paint.Color;

/// The grids' colours in both themes, matching the style sheet, which a canvas cannot read. Values diverge from zero as
/// the signed maps do, blue below and red above, both pale enough for text; the accent is for highlights only.
record CellColours(
        Color zero,
        Color below,
        Color above,
        Color line,
        Color text,
        Color muted,
        Color accent,
        Color onAccent) {
    private static final CellColours LIGHT =
            of(
                    "#ffffff", "#8db9f0", "#f2a48f", "#c3cad4", "#1b2330", "#5d6979", "#1d56d0",
                    "#ffffff");
    private static final CellColours DARK =
            of(
                    "#20252d", "#2f64a8", "#a34a33", "#434c5a", "#e7eaf0", "#a3aebd", "#66a4ff",
                    "#0b1220");

    static CellColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    private static CellColours of(String... hex) {
        Color[] c = new Color[hex.length];
        for (int i = 0; i < hex.length; i++) c[i] = Color.web(hex[i]);
        return new CellColours(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
    }

    /// @param share of the grid's largest magnitude, -1..1
    Color of(double share) {
        return zero.interpolate(share < 0 ? below : above, Math.abs(share));
    }
}
