package org.hrscope.ui.network;

import java.util.Comparator;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.hrscope.pixels.ChannelAlarm;
import org.hrscope.ui.network.MapMarks.Mark;
import org.hrscope.ui.network.MapNode.Box;

/// Draws on the map the noise of rounding and what the lab does: cut places dark with scissors, changed gains with
/// their number, each path as thick and as hot as it matters. FX thread.
final class MarkPainter {
    private static final Font NUMBER = Font.font(null, FontWeight.BOLD, 9.5);
    static final Color DARK = Color.web("#1d2129");
    private static final Color BROKEN = Color.web("#d92d3a");
    static final Color DEAD = Color.web("#c9cfd8");

    /// Of the ring for dead channels.
    static final double RING = 3.5;

    static final double THIN = 1.2;
    private static final double THICKEST = 7;

    private final NoisePainter noise = new NoisePainter();

    /// The paths that a sweep has cut, the ones that matter most on top.
    void lines(Drawing to, MapScene scene) {
        MapMarks marks = scene.marks();
        if (marks.strengths().isEmpty()) return;
        Comparator<MapLink> weaker = Comparator.comparingDouble(link -> strength(marks, link));
        to.setGlobalAlpha(1);
        scene.map().links().stream()
                .filter(link -> link.via() != null && marks.strengths().containsKey(link.via()))
                .sorted(weaker)
                .forEach(link -> {
                    double strength = strength(marks, link);
                    // Two channels for one number: hue alone does not reach everybody.
                    to.setStroke(
                            scene.colours()
                                    .edge()
                                    .interpolate(scene.colours().heat(), Math.sqrt(strength)));
                    to.setLineWidth(1 + (THICKEST - 1) * strength);
                    to.beginPath();
                    MapPainter.line(to, scene, link);
                    to.stroke();
                });
    }

    /// The paths that are cut, as what is left of them.
    void cuts(Drawing to, MapScene scene) {
        to.setGlobalAlpha(1);
        to.setStroke(scene.colours().muted());
        to.setLineWidth(1.2);
        to.setLineDashes(1, 6);
        to.beginPath();
        for (MapLink link : scene.map().links()) {
            if (isCut(scene, link)) MapPainter.line(to, scene, link);
        }
        to.stroke();
        to.setLineDashes();
    }

    /// Whether the line is one of those that are drawn here instead of with the others.
    static boolean paints(MapScene scene, MapLink link) {
        MapNode via = link.via();
        boolean swept = via != null && scene.marks().strengths().containsKey(via);
        return swept || isCut(scene, link);
    }

    private static boolean isCut(MapScene scene, MapLink link) {
        MapNode via = link.via();
        Mark mark = via == null ? null : scene.marks().gains().get(via);
        return mark != null && mark.inEffect();
    }

    private static double strength(MapMarks marks, MapLink link) {
        MapNode via = link.via();
        return via == null ? 0 : marks.strengths().getOrDefault(via, 0.0);
    }

    /// Red all round: it differs from the reference.
    private static void different(Drawing to, Box box) {
        to.setGlobalAlpha(1);
        to.setStroke(BROKEN);
        to.setLineWidth(2.4);
        to.strokeRoundRect(box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2, 8, 8);
    }

    /// At the lower left corner: red with an exclamation mark for NaN and infinite channels, a quiet ring for dead
    /// ones.
    void alarm(Drawing to, MapScene scene, MapNode node, Box box) {
        if (scene.different().contains(node.name())) different(to, box);
        ChannelAlarm found = scene.alarms().get(node.name());
        if (found == null || node.bead()) return;
        Mark mark = scene.marks().gains().get(node);
        // Nothing else can come out of what is cut.
        ChannelAlarm alarm = mark == null ? found : found.without(mark.silent());
        if (!alarm.any()) return;
        to.setGlobalAlpha(1);
        double radius = alarm.broken() ? 7 : RING;
        double x = box.x() + 3;
        double y = box.bottom() - 3;
        to.setFill(alarm.broken() ? BROKEN : DARK);
        to.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        to.setStroke(alarm.broken() ? Color.WHITE : DEAD);
        to.setLineWidth(THIN);
        to.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        if (alarm.broken()) {
            to.setFill(Color.WHITE);
            to.fillCentred("!", x, y, NUMBER);
        }
    }

    void mark(Drawing to, MapScene scene, MapNode node, Box box) {
        noise.badge(to, scene, node, box);
        Mark mark = scene.marks().gains().get(node);
        if (mark == null) return;
        to.setGlobalAlpha(1);
        boolean selected = node == scene.selected() || node == scene.hovered();
        if (!node.bead() && mark.cut()) {
            to.setFill(DARK.deriveColor(0, 1, 1, 0.72));
            to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 8, 8);
        }
        double x = node.bead() || mark.cut() ? box.centerX() : box.right() - 4;
        double y = node.bead() || mark.cut() ? box.centerY() : box.y() + 4;
        double radius = mark.cut() ? Math.clamp(box.width() / 2 + 3, 8, 11) : 7.5;
        double half = mark.cut() ? radius : Math.max(radius, 4 + 3.2 * mark.text().length());
        to.setFill(DARK);
        to.fillRoundRect(x - half, y - radius, 2 * half, 2 * radius, 2 * radius, 2 * radius);
        to.setStroke(selected ? scene.colours().accent() : Color.WHITE);
        to.setLineWidth(selected ? 2.2 : 1.2);
        to.strokeRoundRect(x - half, y - radius, 2 * half, 2 * radius, 2 * radius, 2 * radius);
        if (mark.cut()) scissors(to, x, y, radius * 0.55);
        else to.centred(mark.text(), x, y, Color.WHITE, NUMBER);
    }

    /// Open, with the handles on the left.
    ///
    /// @param reach from the middle to an end
    private static void scissors(Drawing to, double x, double y, double reach) {
        double ring = reach * 0.4;
        to.setStroke(Color.WHITE);
        to.setLineWidth(1.4);
        for (int side = -1; side <= 1; side += 2) {
            double handle = y + side * reach * 0.62;
            to.strokeOval(x - reach - ring / 2, handle - ring, 2 * ring, 2 * ring);
            to.strokeLine(
                    x - reach * 0.4, handle - side * ring, x + reach, y - side * reach * 0.75);
        }
    }
}
