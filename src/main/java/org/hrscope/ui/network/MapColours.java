package org.hrscope.ui.network;

import javafx.scene.paint.Color;

/// The map's colours in both themes, matching the style sheet, which a canvas cannot read. Up and down also differ in
/// lightness and dashes, for colour-blind users.
record MapColours(
        Color ground,
        Color lane,
        Color gutter,
        Color text,
        Color muted,
        Color edge,
        Color empty,
        Color accent,
        Color forward,
        Color up,
        Color down,
        Color heat) {

    static final MapColours LIGHT =
            of(
                    "#f3f4f6", "#e9ecf1", "#ffffff", "#1b2330", "#5d6979", "#b8c0cc", "#dde2e9",
                    "#1d56d0", "#9aa5b4", "#c76a15", "#0f8a80", "#dc2626");
    static final MapColours DARK =
            of(
                    "#14171c", "#1a1e25", "#1b1f26", "#e7eaf0", "#98a3b3", "#434c5a", "#232932",
                    "#66a4ff", "#5a6575", "#f0a04b", "#3cc4b4", "#ff6b5e");

    private static MapColours of(String... hex) {
        Color[] c = new Color[hex.length];
        for (int i = 0; i < hex.length; i++) c[i] = Color.web(hex[i]);
        return new MapColours(
                c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11]);
    }

    Color of(MapLink.Kind kind) {
        return switch (kind) {
            case FORWARD, IDENTITY -> forward;
            case UP -> up;
            case DOWN -> down;
        };
    }
}
