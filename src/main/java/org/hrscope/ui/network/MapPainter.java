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
import javafx.scene.text.Text;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.PeakSlices;
import org.hrscope.ui.network.MapLayout.Heading;
import org.hrscope.ui.network.MapLayout.Lane;
import org.hrscope.ui.network.MapNode.Box;
import org.jspecify.annotations.Nullable;

/// Draws the map on a canvas: lanes, links, nodes with thumbnails, and resolutions and headings pinned to the edges.
/// Anything outside is skipped; labels appear when there is room. FX thread.
final class MapPainter {
    /// Space for the resolutions on the left and the headings on top, in pixels.
    static final double GUTTER = 62;

    static final double HEAD = 24;

    /// Between two headings.
    private static final double APART = 8;

    private static final Font SMALL = Font.font(10.5);
    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11.5);
    private static final Font HEADING = Font.font(null, FontWeight.BOLD, 11);
    private static final double FADED = 0.7;

    /// @param selected,hovered null for none
    /// @param peak shares of the selected joint's peak
    /// @param rounded what rounding does; null unless the network is quantised
    record Scene(
            MapLayout map,
            AffineTransform2D place,
            double width,
            double height,
            Map<String, ? extends Image> pictures,
            @Nullable MapNode selected,
            @Nullable MapNode hovered,
            boolean focused,
            @Nullable BlockTimes times,
            MapMarks marks,
            PeakSlices peak,
            Map<String, ChannelAlarm> alarms,
            Set<String> different,
            @Nullable RoundedNetwork rounded,
            MapColours colours) {

        /// The same elsewhere and at another size, without a pointer over it.
        Scene at(AffineTransform2D newPlace, double newWidth, double newHeight) {
            return new Scene(
                    map, newPlace, newWidth, newHeight, pictures, selected, null, false, times,
                    marks, peak, alarms, different, rounded, colours);
        }

        /// Converts a box from map to canvas coordinates.
        Box on(Box box) {
            double scale = place.a();
            return new Box(
                    GUTTER + place.c() + box.x() * scale,
                    HEAD + place.f() + box.y() * scale,
                    box.width() * scale,
                    box.height() * scale);
        }

        boolean shows(Box onScreen) {
            return onScreen.meets(new Box(GUTTER, HEAD, width - GUTTER, height - HEAD));
        }
    }

    private final Texts texts;
    private final MarkPainter marks = new MarkPainter();
    private final RibbonPainter ribbons = new RibbonPainter();
    private final Map<String, Double> widths = new HashMap<>();

    MapPainter(Texts texts) {
        this.texts = texts;
    }

    void paint(Drawing to, Scene scene) {
        to.setGlobalAlpha(1);
        to.setFill(scene.colours.ground());
        to.fillRect(0, 0, scene.width, scene.height);
        lanes(to, scene);
        Set<MapNode> near = scene.map.near(scene.selected);
        lines(to, scene, false);
        lines(to, scene, true);
        ribbons.ribbons(to, scene);
        marks.lines(to, scene);
        marks.cuts(to, scene);
        for (MapNode node : scene.map.nodes()) {
            Box box = scene.on(node.box());
            if (!scene.shows(box)) continue;
            boolean faded = !near.isEmpty() && !near.contains(node);
            to.setGlobalAlpha(faded ? FADED : 1);
            if (node.bead()) bead(to, scene, node, box);
            else node(to, scene, node, box, near.contains(node), faded);
            marks.mark(to, scene, node, box);
            marks.alarm(to, scene, node, box);
        }
        to.setGlobalAlpha(1);
        ribbons.numbers(to, scene);
        edges(to, scene);
    }

    private static void lanes(Drawing to, Scene scene) {
        to.setFill(scene.colours.lane());
        for (Lane lane : scene.map.lanes()) {
            Box band = scene.on(new Box(0, lane.y(), 1, lane.height()));
            to.fillRoundRect(GUTTER + 4, band.y() + 2, scene.width, band.height() - 4, 10, 10);
        }
    }

    private static void lines(Drawing to, Scene scene, boolean lit) {
        Map<MapLink.Kind, List<MapLink>> kinds = new HashMap<>();
        MapNode selected = scene.selected;
        for (MapLink link : scene.map.links()) {
            boolean touches =
                    selected != null
                            && (link.from() == selected
                                    || link.to() == selected
                                    || link.via() == selected);
            if (MarkPainter.paints(scene, link)) continue;
            if (touches == lit)
                kinds.computeIfAbsent(link.kind(), _ -> new ArrayList<>()).add(link);
        }
        double scale = scene.place.a();
        kinds.forEach((kind, links) -> {
            Color colour = scene.colours.of(kind);
            to.setStroke(
                    lit && colour == scene.colours.forward() ? scene.colours.accent() : colour);
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

    static void line(Drawing to, Scene scene, MapLink link) {
        double top = Math.min(link.startY(), link.endY());
        double bottom = Math.max(link.startY(), link.endY());
        Box box = new Box(link.startX(), top - 1, link.endX() - link.startX(), bottom - top + 2);
        if (!scene.shows(scene.on(box))) return;
        AffineTransform2D p = scene.place;
        double x1 = GUTTER + p.x(link.startX(), 0);
        double y1 = HEAD + p.y(0, link.startY());
        double x2 = GUTTER + p.x(link.endX(), 0);
        double y2 = HEAD + p.y(0, link.endY());
        double middle = (x1 + x2) / 2;
        to.moveTo(x1, y1);
        if (y1 == y2) to.lineTo(x2, y2);
        else to.bezierCurveTo(middle, y1, middle, y2, x2, y2);
    }

    private void node(Drawing to, Scene scene, MapNode node, Box box, boolean near, boolean faded) {
        double round = Math.clamp(10 * scene.place.a(), 3, 14);
        Image picture = scene.pictures.get(node.name());
        // Global alpha does not affect patterns, so a veil fades it.
        to.setGlobalAlpha(1);
        to.setFill(scene.colours.empty());
        if (picture == null)
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
        else to.fillImage(picture, box, round);
        BlockTimes times = scene.times;
        if (times != null) {
            double share = Math.sqrt(times.millis(node) / times.longestMillis());
            veil(to, scene.colours.heat(), 0.72 * share, box, round);
        }
        if (faded) veil(to, scene.colours.ground(), 1 - FADED, box, round);
        to.setGlobalAlpha(faded ? FADED : 1);
        boolean selected = node == scene.selected;
        boolean marked = near || node == scene.hovered;
        to.setStroke(marked ? scene.colours.accent() : scene.colours.edge());
        to.setLineWidth(selected ? 2.5 : marked ? 1.6 : 1);
        to.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
        if (selected) ring(to, scene, box, round);
        words(to, scene, node, box);
    }

    /// Outlines the selected node, more strongly with keyboard focus.
    private static void ring(Drawing to, Scene scene, Box box, double round) {
        double out = 3.5;
        to.setStroke(scene.colours.accent().deriveColor(0, 1, 1, scene.focused ? 0.75 : 0.3));
        to.setLineWidth(scene.focused ? 2 : 3);
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

    private void bead(Drawing to, Scene scene, MapNode bead, Box box) {
        double radius = Math.clamp(box.width() / 2, 2, 9);
        boolean marked = bead == scene.selected || bead == scene.hovered;
        double grown = marked ? radius + 2 : radius;
        Color colour =
                bead.kind().equals("exchange_down") ? scene.colours.down() : scene.colours.up();
        to.setFill(marked ? scene.colours.accent() : colour);
        to.fillOval(box.centerX() - grown, box.centerY() - grown, 2 * grown, 2 * grown);
        if (radius < 3.5) return;
        to.setFill(scene.colours.ground());
        double hole = grown * 0.42;
        to.fillOval(box.centerX() - hole, box.centerY() - hole, 2 * hole, 2 * hole);
    }

    private void words(Drawing to, Scene scene, MapNode node, Box box) {
        double room = box.width() + scene.map.gap() * scene.place.a() - 4;
        double under = scene.map.under() * scene.place.a();
        BlockTimes times = scene.times;
        if (times != null && box.width() >= 30 && times.nanos().containsKey(node.name())) {
            String text = Texts.format("%.2f", times.millis(node));
            centred(to, text, box.centerX(), box.bottom() - 8, Color.WHITE, BOLD);
        }
        // All names or none: showing just those that fit would look arbitrary.
        if (under < 13 || room < width("branches.0", SMALL)) return;
        String name = width(node.name(), SMALL) <= room ? node.name() : node.label();
        if (width(name, SMALL) > room) return;
        centred(to, name, box.centerX(), box.bottom() + 8, scene.colours.text(), SMALL);
        if (under < 25 || width(node.size(), SMALL) > room) return;
        centred(to, node.size(), box.centerX(), box.bottom() + 20, scene.colours.muted(), SMALL);
    }

    static void centred(Drawing to, String text, double x, double y, Color colour, Font font) {
        to.setFill(colour);
        to.fillCentred(text, x, y, font);
    }

    private void edges(Drawing to, Scene scene) {
        to.setFill(scene.colours.gutter());
        to.fillRect(0, 0, scene.width, HEAD);
        to.fillRect(0, 0, GUTTER, scene.height);
        to.setStroke(scene.colours.edge().deriveColor(0, 1, 1, 0.6));
        to.setLineWidth(1);
        to.strokeLine(GUTTER - 0.5, HEAD, GUTTER - 0.5, scene.height);
        to.strokeLine(0, HEAD - 0.5, scene.width, HEAD - 0.5);
        for (Lane lane : scene.map.lanes()) {
            Box band = scene.on(new Box(0, lane.y(), 1, lane.height()));
            double y = band.centerY();
            if (y < HEAD + 8) continue;
            boolean two = band.height() >= 30;
            centred(to, lane.label(), GUTTER / 2, two ? y - 7 : y, scene.colours.text(), BOLD);
            String size = lane.mapHeight() + " × " + lane.mapWidth();
            if (two) centred(to, size, GUTTER / 2, y + 7, scene.colours.muted(), SMALL);
        }
        double free = GUTTER;
        for (Heading heading : scene.map.headings()) {
            free = Math.max(free, heading(to, scene, heading, free));
        }
    }

    /// @param free from here on no label has been written
    /// @return where its label ends; 0 where it has none
    private double heading(Drawing to, Scene scene, Heading heading, double free) {
        Box box = scene.on(new Box(heading.x(), 0, heading.right() - heading.x(), 1));
        double from = Math.max(box.x(), GUTTER + 4);
        double end = Math.min(box.right(), scene.width - 4);
        if (end - from < 6) return 0;
        to.setStroke(scene.colours.accent().deriveColor(0, 0.8, 1, 0.55));
        to.setLineWidth(2);
        to.strokeLine(from, HEAD - 2, end, HEAD - 2);
        String key = "network.part." + heading.key();
        double room = end - from + scene.map.gap() * scene.place.a() - 8;
        // Over a single column the last one needs more room than that: it takes what the others
        // leave.
        boolean last = heading.equals(scene.map.headings().getLast());
        for (String form : List.of(key, key + ".short")) {
            String text = texts.get(form, heading.number(), heading.module());
            double wide = width(text, HEADING);
            double rightmost = scene.width - wide / 2 - 3;
            if (wide > room && !(last && rightmost - wide / 2 > free + APART)) continue;
            double wanted = wide > room ? from + wide / 2 : (from + end) / 2;
            double at = Math.min(wanted, rightmost);
            centred(to, text, at, HEAD / 2 - 1, scene.colours.text(), HEADING);
            return text.isEmpty() ? 0 : at + wide / 2;
        }
        return 0;
    }

    private double width(String text, Font font) {
        return widths.computeIfAbsent(
                font.getStyle() + font.getSize() + text,
                _ -> {
                    Text measure = new Text(text);
                    measure.setFont(font);
                    return measure.getLayoutBounds().getWidth();
                });
    }
}
