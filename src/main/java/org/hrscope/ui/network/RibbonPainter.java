package org.hrscope.ui.network;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hrscope.ui.lab.PeakSlices.Slice;
import org.hrscope.ui.network.MapMarks.Mark;
import org.hrscope.ui.network.MapPainter.Scene;
import org.jspecify.annotations.Nullable;

/// Draws a ribbon along each line of the last exchange, as wide as that resolution's share in the selected joint's peak,
/// with the share in per cent where the line begins. FX thread.
final class RibbonPainter {
    private static final Font PERCENT = Font.font(null, FontWeight.BOLD, 10.5);
    private static final double WIDEST = 13;

    /// The ribbons, below the nodes.
    void ribbons(GraphicsContext to, Scene scene) {
        if (scene.peak().slices().isEmpty()) return;
        to.setGlobalAlpha(0.85);
        to.setLineCap(StrokeLineCap.BUTT);
        for (MapLink link : scene.map().links()) {
            Slice slice = slice(scene, link);
            if (slice == null) continue;
            to.setStroke(slice.colour());
            to.setLineWidth(1 + (WIDEST - 1) * Math.min(1, Math.abs(slice.share())));
            // A resolution that works against the peak.
            if (slice.share() < 0) to.setLineDashes(5, 4);
            else to.setLineDashes();
            to.beginPath();
            MapPainter.line(to, scene, link);
            to.stroke();
        }
        to.setLineDashes();
        to.setLineCap(StrokeLineCap.SQUARE);
        to.setGlobalAlpha(1);
    }

    /// The numbers, over everything.
    void numbers(GraphicsContext to, Scene scene) {
        if (scene.peak().slices().isEmpty()) return;
        to.setFont(PERCENT);
        to.setTextAlign(TextAlignment.LEFT);
        to.setTextBaseline(VPos.BOTTOM);
        for (MapLink link : scene.map().links()) {
            Slice slice = slice(scene, link);
            if (slice == null || !scene.shows(scene.on(link.from().box()))) continue;
            double half = WIDEST / 2 * Math.min(1, Math.abs(slice.share()));
            double x = scene.on(link.from().box()).right() + 5;
            double y = scene.on(link.from().box()).centerY() - half - 2;
            to.setLineWidth(3);
            to.setStroke(scene.colours().ground());
            to.strokeText(slice.percent(), x, y);
            to.setFill(scene.colours().text());
            to.fillText(slice.percent(), x, y);
        }
    }

    /// The share that comes along this line; null if none does, or if it is cut.
    private static @Nullable Slice slice(Scene scene, MapLink link) {
        MapNode along = link.via() == null ? link.from() : link.via();
        Mark mark = scene.marks().gains().get(along);
        if (mark != null && mark.cut()) return null;
        return scene.peak().of(along.name()).orElse(null);
    }
}
