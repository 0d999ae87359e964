package org.hrscope.ui.inspector;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.hrscope.domain.Decoder;

/// How a decoder's position looks on the cells and in the table. All can be seen where they lie in one place; the
/// lowest comes first. FX thread.
enum DecoderMark {
    /// The corners of the whole cell, which is all it tells.
    ARGMAX(Color.WHITE),
    DARK(Color.web("#3ee6c4")),
    QUARTER(Color.web("#ffd54a")),
    UDP(Color.web("#5b9dff"));

    static final Color OUTLINE = Color.rgb(0, 0, 0, 0.75);

    /// Of the ring and of a cross's arms, in pixels.
    static final double RADIUS = 6.5;

    /// Leaves the arms of a cross in sight.
    private static final double DOT = 2.2;

    /// Longest arm of a corner.
    private static final double CORNER = 9;

    private final Color colour;

    DecoderMark(Color colour) {
        this.colour = colour;
    }

    static DecoderMark of(Decoder decoder) {
        return switch (decoder) {
            case ARGMAX -> ARGMAX;
            case QUARTER -> QUARTER;
            case DARK -> DARK;
            case UDP -> UDP;
        };
    }

    Color colour() {
        return colour;
    }

    /// @param cell its width in pixels
    void paint(GraphicsContext to, double x, double y, double cell) {
        for (int pass = 0; pass < 2; pass++) {
            to.setStroke(pass == 0 ? OUTLINE : colour);
            to.setLineWidth(pass == 0 ? 3.8 : 2);
            switch (this) {
                case ARGMAX -> corners(to, x, y, cell / 2);
                case DARK -> to.strokeOval(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
                case QUARTER -> {
                    to.strokeLine(x - RADIUS, y, x + RADIUS, y);
                    to.strokeLine(x, y - RADIUS, x, y + RADIUS);
                }
                case UDP -> {
                    double radius = pass == 0 ? DOT + 1 : DOT;
                    to.setFill(pass == 0 ? OUTLINE : colour);
                    to.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
                }
            }
        }
    }

    private static void corners(GraphicsContext to, double x, double y, double half) {
        double inner = half - Math.min(CORNER, half * 0.45);
        to.setLineCap(StrokeLineCap.BUTT);
        for (int side = 0; side < 4; side++) {
            int across = side < 2 ? -1 : 1;
            int down = side % 2 == 0 ? -1 : 1;
            to.beginPath();
            to.moveTo(x + across * inner, y + down * half);
            to.lineTo(x + across * half, y + down * half);
            to.lineTo(x + across * half, y + down * inner);
            to.stroke();
        }
        to.setLineCap(StrokeLineCap.SQUARE);
    }
}
