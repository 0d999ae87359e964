package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.hrscope.ui.common.TextWidths;
import org.hrscope.ui.lab.PeakSlices.Slice;
import org.hrscope.ui.network.MapMarks.Mark;
import org.hrscope.ui.network.MapNode.Box;
import org.hrscope.ui.network.PercentPlates.Plate;
import org.jspecify.annotations.Nullable;

/// Draws a ribbon along each line of the last exchange, in the line's own colour and as wide as that resolution's share
/// in the selected joint's peak, with the share in per cent where the line begins. FX thread.
final class RibbonPainter {
    private static final Font PERCENT = Font.font(null, FontWeight.BOLD, 10.5);
    private static final double WIDEST = 13;

    /// The line itself, and its dashes, are seen on the ribbon.
    private static final double OPACITY = 0.5;

    /// Beside a number on its ground, in pixels.
    private static final double PAD = 3;

    private final TextWidths widths;

    RibbonPainter(TextWidths widths) {
        this.widths = widths;
    }

    /// The ribbons, below lines and nodes.
    void ribbons(Drawing to, MapScene scene) {
        if (scene.peak().slices().isEmpty()) return;
        to.setGlobalAlpha(OPACITY);
        for (MapLink link : scene.map().links()) {
            Slice slice = slice(scene, link);
            if (slice == null) continue;
            to.setStroke(scene.colours().of(link.kind()));
            double wide = 1 + (WIDEST - 1) * Math.min(1, Math.abs(slice.share()));
            to.setLineWidth(wide);
            // A resolution that works against the peak. Square caps lengthen each dash by the
            // line's width.
            if (slice.share() < 0) to.setLineDashes(wide, 2 * wide);
            else to.setLineDashes();
            to.beginPath();
            MapPainter.line(to, scene, link);
            to.stroke();
        }
        to.setLineDashes();
        to.setGlobalAlpha(1);
    }

    /// The numbers, over everything.
    void numbers(Drawing to, MapScene scene) {
        if (scene.peak().slices().isEmpty()) return;
        List<Plate> plates = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (MapLink link : scene.map().links()) {
            Slice slice = slice(scene, link);
            if (slice == null) continue;
            double half = WIDEST / 2 * Math.min(1, Math.abs(slice.share()));
            String text = slice.percent();
            plates.add(new Plate(link, widths.of(text, PERCENT) + 2 * PAD, half));
            texts.add(text);
        }
        List<Box> boxes = new PercentPlates(scene).of(plates);
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            if (!scene.shows(box)) continue;
            to.setFill(scene.colours().ground());
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
            to.setFill(scene.colours().text());
            to.fillCentred(texts.get(i), box.centerX(), box.centerY(), PERCENT);
        }
    }

    /// The share that comes along this line; null if none does, or if it is cut.
    private static @Nullable Slice slice(MapScene scene, MapLink link) {
        MapNode along = link.via() == null ? link.from() : link.via();
        Mark mark = scene.marks().gains().get(along);
        if (mark != null && mark.inEffect()) return null;
        return scene.peak().of(along.name()).orElse(null);
    }
}
