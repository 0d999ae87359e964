package org.hrscope.ui.maps;

import javafx.scene.paint.Color;

/// The colour of text that stands on a coloured cell.
public final class CellInk {
    /// The luminance at which black and white are equally far.
    private static final double MIDDLE = 0.179;

    private CellInk() {}

    /// The better of black and white.
    public static Color on(Color cell) {
        double luminance =
                0.2126 * linear(cell.getRed())
                        + 0.7152 * linear(cell.getGreen())
                        + 0.0722 * linear(cell.getBlue());
        return luminance > MIDDLE ? Color.BLACK : Color.WHITE;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
