package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.ui.common.TextWidths;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.MapLayout.Lane;
import org.hrscope.ui.network.MapNode.Box;

/// Draws the map on a canvas: lanes, links, nodes with thumbnails, and resolutions and headings pinned to the edges.
/// Anything outside is skipped; labels appear when there is room. FX thread.
final class MapPainter {
    static final Font SMALL = Font.font(10.5);
    static final Font BOLD = Font.font(null, FontWeight.BOLD, 11.5);
    private static final double FADED = 0.7;

    private final TextWidths widths = new TextWidths();
    private final MapEdges edges;
    private final MarkPainter marks = new MarkPainter();
    private final RibbonPainter ribbons = new RibbonPainter(widths);

    MapPainter(Texts texts) {
        edges = new MapEdges(texts, widths);
    }

    void paint(Drawing to, MapScene scene) {
        to.setGlobalAlpha(1);
        to.setFill(scene.colours().ground());
        to.fillRect(0, 0, scene.width(), scene.height());
        lanes(to, scene);
        Set<MapNode> near = scene.map().near(scene.selected());
        NodeWords words = NodeWords.of(scene, widths);
        ribbons.ribbons(to, scene);
        lines(to, scene, false);
        lines(to, scene, true);
        marks.lines(to, scene);
        marks.cuts(to, scene);
        for (MapNode node : scene.map().nodes()) {
            Box box = scene.on(node.box());
            if (!scene.shows(box)) continue;
            // What it is linked to has an outline, and beads their full colour: as bright as the
            // selected node, they would be taken for it.
            boolean bright = node.bead() ? near.contains(node) : node == scene.selected();
            boolean faded = !near.isEmpty() && !bright;
            to.setGlobalAlpha(faded ? FADED : 1);
            if (node.bead()) {
                bead(to, scene, node, box);
            } else {
                node(to, scene, node, box, near.contains(node), faded);
                words.paint(to, node, box);
            }
            marks.mark(to, scene, node, box);
            marks.alarm(to, scene, node, box);
        }
        to.setGlobalAlpha(1);
        ribbons.numbers(to, scene);
        edges.paint(to, scene);
    }

    private static void lanes(Drawing to, MapScene scene) {
        to.setFill(scene.colours().lane());
        for (Lane lane : scene.map().lanes()) {
            Box band = scene.on(new Box(0, lane.y(), 1, lane.height()));
            to.fillRoundRect(
                    MapEdges.GUTTER + 4, band.y() + 2, scene.width(), band.height() - 4, 10, 10);
        }
    }

    private static void lines(Drawing to, MapScene scene, boolean lit) {
        Map<MapLink.Kind, List<MapLink>> kinds = new HashMap<>();
        MapNode selected = scene.selected();
        for (MapLink link : scene.map().links()) {
            boolean touches =
                    selected != null
                            && (link.from() == selected
                                    || link.to() == selected
                                    || link.via() == selected);
            if (MarkPainter.paints(scene, link)) continue;
            if (touches == lit)
                kinds.computeIfAbsent(link.kind(), _ -> new ArrayList<>()).add(link);
        }
        double scale = scene.place().a();
        kinds.forEach((kind, links) -> {
            Color colour = scene.colours().of(kind);
            to.setStroke(
                    lit && colour == scene.colours().forward() ? scene.colours().accent() : colour);
            to.setGlobalAlpha(lit || selected == null ? 1 : FADED);
            to.setLineWidth(Math.clamp(1.5 * scale, 0.9, 2) + (lit ? 0.9 : 0));
            double dash = Math.clamp(5 * scale, 3, 7);
            if (kind == MapLink.Kind.UP) to.setLineDashes(dash, dash * 0.75);
            else to.setLineDashes();
            to.beginPath();
            for (MapLink link : links) line(to, scene, link);
            to.stroke();
        });
        to.setLineDashes();
    }

    static void line(Drawing to, MapScene scene, MapLink link) {
        double top = Math.min(link.startY(), link.endY());
        double bottom = Math.max(link.startY(), link.endY());
        Box box = new Box(link.startX(), top - 1, link.endX() - link.startX(), bottom - top + 2);
        if (!scene.shows(scene.on(box))) return;
        AffineTransform2D p = scene.place();
        double x1 = MapEdges.GUTTER + p.x(link.startX(), 0);
        double y1 = MapEdges.HEAD + p.y(0, link.startY());
        double x2 = MapEdges.GUTTER + p.x(link.endX(), 0);
        double y2 = MapEdges.HEAD + p.y(0, link.endY());
        double middle = (x1 + x2) / 2;
        to.moveTo(x1, y1);
        if (y1 == y2) to.lineTo(x2, y2);
        else to.bezierCurveTo(middle, y1, middle, y2, x2, y2);
    }

    private void node(
            Drawing to, MapScene scene, MapNode node, Box box, boolean near, boolean faded) {
        double round = Math.clamp(10 * scene.place().a(), 3, 14);
        Image picture = scene.pictures().get(node.name());
        // Global alpha does not affect patterns, so a veil fades it.
        to.setGlobalAlpha(1);
        to.setFill(scene.colours().empty());
        if (picture == null)
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
        else to.fillImage(picture, box, round);
        BlockTimes times = scene.times();
        if (times != null) {
            double share = Math.sqrt(times.millis(node) / times.longestMillis());
            veil(to, scene.colours().heat(), 0.72 * share, box, round);
        }
        if (faded) veil(to, scene.colours().ground(), 1 - FADED, box, round);
        to.setGlobalAlpha(faded ? FADED : 1);
        boolean selected = node == scene.selected();
        boolean marked = near || node == scene.hovered();
        to.setStroke(marked ? scene.colours().accent() : scene.colours().edge());
        to.setLineWidth(selected ? 2.5 : marked ? 1.6 : 1);
        to.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
        if (selected) ring(to, scene, box, round);
    }

    /// Outlines the selected node, more strongly with keyboard focus.
    private static void ring(Drawing to, MapScene scene, Box box, double round) {
        double out = 3.5;
        to.setStroke(scene.colours().accent().deriveColor(0, 1, 1, scene.focused() ? 0.75 : 0.3));
        to.setLineWidth(scene.focused() ? 2 : 3);
        to.strokeRoundRect(
                box.x() - out,
                box.y() - out,
                box.width() + 2 * out,
                box.height() + 2 * out,
                round + out,
                round + out);
    }

    private static void veil(Drawing to, Color colour, double alpha, Box box, double round) {
        to.setFill(colour.deriveColor(0, 1, 1, alpha));
        to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
    }

    private void bead(Drawing to, MapScene scene, MapNode bead, Box box) {
        double radius = Math.clamp(box.width() / 2, 2, 9);
        boolean marked = bead == scene.selected() || bead == scene.hovered();
        double grown = marked ? radius + 2 : radius;
        Color colour =
                bead.kind().equals("exchange_down") ? scene.colours().down() : scene.colours().up();
        to.setFill(marked ? scene.colours().accent() : colour);
        to.fillOval(box.centerX() - grown, box.centerY() - grown, 2 * grown, 2 * grown);
        if (radius < 3.5) return;
        to.setFill(scene.colours().ground());
        double hole = grown * 0.42;
        to.fillOval(box.centerX() - hole, box.centerY() - hole, 2 * hole, 2 * hole);
    }
}
