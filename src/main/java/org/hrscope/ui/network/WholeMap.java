package org.hrscope.ui.network;

import javafx.scene.canvas.Canvas;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.ui.common.NodePicture;

/// The whole map at its natural size, whatever part of it the window shows, as a file wants it. FX thread.
final class WholeMap {
    /// Pixels per unit of the layout in exported images: every name and size has room.
    private static final double EXPORTED = 1.25;

    private final MapPainter painter;
    private final MapPainter.Scene whole;

    /// @param scene what the window shows
    WholeMap(MapPainter painter, MapPainter.Scene scene) {
        this.painter = painter;
        MapLayout map = scene.map();
        double margin = MapCanvas.MARGIN;
        whole =
                scene.at(
                        AffineTransform2D.scaleThenShift(EXPORTED, EXPORTED, margin, margin),
                        MapPainter.GUTTER + map.width() * EXPORTED + 2 * margin,
                        MapPainter.HEAD + map.height() * EXPORTED + 2 * margin);
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
