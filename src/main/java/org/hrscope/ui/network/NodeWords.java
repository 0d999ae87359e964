package org.hrscope.ui.network;

import javafx.scene.paint.Color;
import org.hrscope.ui.common.TextWidths;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.MapNode.Box;

/// A node's time on its picture, its name and its size below. All sizes or none: those of some rows alone would look
/// arbitrary. FX thread.
///
/// @param sized whether there is room for all sizes
record NodeWords(MapScene scene, TextWidths widths, boolean sized) {
    /// What a node of an HRNet is called.
    private static final String USUAL = "branches.0";

    /// From a node down to the foot of its size.
    private static final double FOOT = 26;

    static NodeWords of(MapScene scene, TextWidths widths) {
        NodeWords words = new NodeWords(scene, widths, true);
        boolean sized =
                words.under() >= 25
                        && scene.map().nodes().stream()
                                .filter(node -> !node.bead())
                                .allMatch(node ->
                                        words.wide(node.size())
                                                <= words.room(scene.on(node.box())));
        return new NodeWords(scene, widths, sized);
    }

    void paint(Drawing to, MapNode node, Box box) {
        BlockTimes times = scene.times();
        if (times != null && box.width() >= 30 && times.nanos().containsKey(node.name())) {
            String text = Texts.format("%.2f", times.millis(node));
            to.centred(text, box.centerX(), box.bottom() - 8, Color.WHITE, MapPainter.BOLD);
        }
        double room = room(box);
        // All names or none, too.
        if (under() < 13 || room < wide(USUAL)) return;
        String name = wide(node.name()) <= room ? node.name() : node.label();
        if (wide(name) > room) return;
        to.centred(name, box.centerX(), box.bottom() + 8, scene.colours().text(), MapPainter.SMALL);
        // Half a line at the foot of the dock cannot be read.
        if (!sized || box.bottom() + FOOT > scene.height()) return;
        to.centred(
                node.size(),
                box.centerX(),
                box.bottom() + 20,
                scene.colours().muted(),
                MapPainter.SMALL);
    }

    private double wide(String text) {
        return widths.of(text, MapPainter.SMALL);
    }

    private double room(Box box) {
        return box.width() + scene.map().gap() * scene.place().a() - 4;
    }

    private double under() {
        return scene.map().under() * scene.place().a();
    }
}
