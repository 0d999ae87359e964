package org.hrscope.ui.network;

import javafx.scene.canvas.Canvas;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.ui.common.NodePicture;

/// The whole map at its natural size, whatever part of it the window shows, as a file wants it. FX thread.
final class WholeMap {
    /// Pixels that name and size need under a node.
    private static final double WORDS = 26;

    /// Pixels per unit of the layout.
    private static final double LEAST = 1.25;

    private static final double MOST = 3;

    private final MapPainter painter;
    private final MapScene whole;

    /// @param scene what the window shows
    WholeMap(MapPainter painter, MapScene scene) {
        this.painter = painter;
        MapLayout map = scene.map();
        double margin = MapCanvas.MARGIN;
        // In a wide dock the rows have closed up.
        double scale = Math.clamp(WORDS / map.under(), LEAST, MOST);
        whole =
                scene.at(
                        AffineTransform2D.scaleThenShift(scale, scale, margin, margin),
                        MapEdges.GUTTER + map.width() * scale + 2 * margin,
                        MapEdges.HEAD + map.height() * scale + margin + WORDS);
    }

    NodePicture picture() {
        Canvas to = new Canvas(whole.width(), whole.height());
        painter.paint(new CanvasDrawing(to.getGraphicsContext2D()), whole);
        return NodePicture.of(to);
    }

    String svg() {
        SvgDrawing to = new SvgDrawing(whole.width(), whole.height());
        painter.paint(to, whole);
        return to.text();
    }
}
