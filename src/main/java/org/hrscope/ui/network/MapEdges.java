package org.hrscope.ui.network;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.hrscope.ui.common.TextWidths;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.MapLayout.Heading;
import org.hrscope.ui.network.MapLayout.Lane;
import org.hrscope.ui.network.MapNode.Box;

/// The map's resolutions and headings, pinned to the edges while the map moves beneath them. FX thread.
///
/// @param widths of what is written
record MapEdges(Texts texts, TextWidths widths) {
    /// Space for the resolutions on the left and the headings on top, in pixels.
    static final double GUTTER = 62;

    static final double HEAD = 24;

    /// Between two headings.
    private static final double APART = 8;

    private static final Font HEADING = Font.font(null, FontWeight.BOLD, 11);

    void paint(Drawing to, MapScene scene) {
        to.setFill(scene.colours().gutter());
        to.fillRect(0, 0, scene.width(), HEAD);
        to.fillRect(0, 0, GUTTER, scene.height());
        to.setStroke(scene.colours().edge().deriveColor(0, 1, 1, 0.6));
        to.setLineWidth(1);
        to.strokeLine(GUTTER - 0.5, HEAD, GUTTER - 0.5, scene.height());
        to.strokeLine(0, HEAD - 0.5, scene.width(), HEAD - 0.5);
        for (Lane lane : scene.map().lanes()) {
            Box band = scene.on(new Box(0, lane.y(), 1, lane.height()));
            double y = band.centerY();
            if (y < HEAD + 8) continue;
            boolean two = band.height() >= 30;
            to.centred(
                    lane.label(),
                    GUTTER / 2,
                    two ? y - 7 : y,
                    scene.colours().text(),
                    MapPainter.BOLD);
            String size = lane.mapHeight() + " × " + lane.mapWidth();
            if (two) to.centred(size, GUTTER / 2, y + 7, scene.colours().muted(), MapPainter.SMALL);
        }
        double free = GUTTER;
        for (Heading heading : scene.map().headings()) {
            free = Math.max(free, heading(to, scene, heading, free));
        }
    }

    /// @param free from here on no label has been written
    /// @return where its label ends; 0 where it has none
    private double heading(Drawing to, MapScene scene, Heading heading, double free) {
        Box box = scene.on(new Box(heading.x(), 0, heading.right() - heading.x(), 1));
        double from = Math.max(box.x(), GUTTER + 4);
        double end = Math.min(box.right(), scene.width() - 4);
        if (end - from < 6) return 0;
        to.setStroke(scene.colours().accent().deriveColor(0, 0.8, 1, 0.55));
        to.setLineWidth(2);
        to.strokeLine(from, HEAD - 2, end, HEAD - 2);
        String key = "network.part." + heading.key();
        double room = end - from + scene.map().gap() * scene.place().a() - 8;
        // Over a single column the last one needs more room than that: it takes what the others
        // leave.
        boolean last = heading.equals(scene.map().headings().getLast());
        for (String form : List.of(key, key + ".short")) {
            String text = texts.get(form, heading.number(), heading.module());
            double wide = widths.of(text, HEADING);
            double rightmost = scene.width() - wide / 2 - 3;
            if (wide > room && !(last && rightmost - wide / 2 > free + APART)) continue;
            double wanted = wide > room ? from + wide / 2 : (from + end) / 2;
            double at = Math.min(wanted, rightmost);
            to.centred(text, at, HEAD / 2 - 1, scene.colours().text(), HEADING);
            return text.isEmpty() ? 0 : at + wide / 2;
        }
        return 0;
    }
}
