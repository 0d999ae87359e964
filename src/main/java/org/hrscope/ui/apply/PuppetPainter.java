package org.hrscope.ui.apply;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.puppet.Cutout;

/// Paints a puppet's shapes, each with a soft shadow on those below it. FX thread.
final class PuppetPainter {
    private static final Color SHADOW = Color.rgb(20, 16, 36, 0.1);
    private static final Color RIM = Color.rgb(20, 16, 36, 0.055);

    private PuppetPainter() {}

    /// @param place from the shapes' pixels to the canvas
    static void paint(GraphicsContext to, List<Cutout> pieces, AffineTransform2D place) {
        to.save();
        try {
            paintAt(to, pieces, place);
        } finally {
            to.restore();
        }
    }

    private static void paintAt(GraphicsContext to, List<Cutout> pieces, AffineTransform2D place) {
        to.transform(place.a(), place.d(), place.b(), place.e(), place.c(), place.f());
        to.setLineCap(StrokeLineCap.ROUND);
        to.setLineJoin(StrokeLineJoin.ROUND);
        for (Cutout piece : pieces) {
            if (piece.height() > 0) shadow(to, piece);
            Color colour = colour(piece.argb());
            trace(to, piece.path());
            if (piece.width() > 0) {
                to.setStroke(colour);
                to.setLineWidth(piece.width());
                to.stroke();
            } else {
                to.setFill(colour);
                to.closePath();
                to.fill();
            }
        }
    }

    /// A blur would cost more than everything else on the stage.
    private static void shadow(GraphicsContext to, Cutout piece) {
        double height = piece.height();
        to.translate(0.5 * height, 0.8 * height);
        trace(to, piece.path());
        to.closePath();
        to.setFill(SHADOW);
        to.fill();
        to.setStroke(RIM);
        to.setLineWidth(0.9 * height);
        to.stroke();
        to.setLineWidth(1.9 * height);
        to.stroke();
        to.translate(-0.5 * height, -0.8 * height);
    }

    private static void trace(GraphicsContext to, double[] path) {
        to.beginPath();
        to.moveTo(path[0], path[1]);
        for (int i = 2; i + 5 < path.length; i += 6) {
            to.bezierCurveTo(
                    path[i], path[i + 1], path[i + 2], path[i + 3], path[i + 4], path[i + 5]);
        }
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }
}
