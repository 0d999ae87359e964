package org.hrscope.ui.network;

import java.util.OptionalDouble;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.MapNode.Box;

/// Writes on each node of a quantised network how far its signal stands above the noise of rounding, in dB. Low ones
/// have a red or amber edge, nodes that stay float a dashed one. FX thread.
final class NoisePainter {
    private static final Font NUMBER = Font.font(null, FontWeight.BOLD, 9.5);
    private static final Color GROUND = Color.web("#1d2129");
    private static final Color LOW = Color.web("#ff6b6b");
    private static final Color MIDDLE = Color.web("#f2b84b");
    private static final Color HIGH = Color.web("#c9cfd8");

    /// In dB: noise of a fifth of the signal, and of a thirtieth.
    private static final double MUCH = 14;

    private static final double LITTLE = 30;
    private static final double LEAST_WIDTH = 18;
    private static final double WIDE = 44;
    private static final double HALF = 6;

    void badge(Drawing to, MapScene scene, MapNode node, Box box) {
        RoundedNetwork rounded = scene.rounded();
        // The times stand in the same place.
        if (rounded == null || scene.times() != null || node.bead()) return;
        if (box.width() < LEAST_WIDTH) return;
        OptionalDouble found = rounded.decibels(node.name(), node.values());
        if (found.isEmpty()) return;
        double decibels = found.getAsDouble();
        boolean wide = box.width() >= WIDE;
        String text = Texts.format(wide ? "%.0f dB" : "%.0f", decibels);
        double half = 3 + 2.9 * text.length();
        double x = box.right() - half - 1;
        double y = box.bottom() - HALF - 1;
        to.setGlobalAlpha(1);
        to.setFill(GROUND);
        to.fillRoundRect(x - half, y - HALF, 2 * half, 2 * HALF, HALF, HALF);
        to.setStroke(decibels < MUCH ? LOW : decibels < LITTLE ? MIDDLE : HIGH);
        to.setLineWidth(1.2);
        if (rounded.isFloat(node.name(), node.values())) to.setLineDashes(3, 2);
        to.strokeRoundRect(x - half, y - HALF, 2 * half, 2 * HALF, HALF, HALF);
        to.setLineDashes();
        to.centred(text, x, y, Color.WHITE, NUMBER);
    }
}
