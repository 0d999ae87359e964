package org.hrscope.ui.network;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.hrscope.ablation.Gate;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.lab.Cuts;

/// What can be done with a node of the map: inspect it, cut it, and cut what is inside it. FX thread.
record MapMenu(NetworkViewModel model, Texts texts) {
    ContextMenu of(MapNode node) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .add(
                        new TextItem(
                                texts.get("network.inspect", node.name()),
                                () -> model.selection().open(node.name())));
        Cuts cuts = model.lab().cuts();
        MenuItem cut =
                new TextItem(
                        verb(
                                cuts.gate(node.name()).map(g -> whole(cuts, g)).orElse(true),
                                node.name()),
                        () -> model.cut(node));
        cut.setAccelerator(new KeyCodeCombination(KeyCode.X));
        cut.setDisable(!model.cuttable());
        menu.getItems().add(cut);
        List<Gate> inside = model.inside(node);
        if (!inside.isEmpty()) menu.getItems().add(new SeparatorMenuItem());
        for (Gate gate : inside) {
            menu.getItems()
                    .add(
                            new TextItem(
                                    verb(whole(cuts, gate), gate.name()),
                                    () -> cuts.toggle(gate.name())));
        }
        return menu;
    }

    private static boolean whole(Cuts cuts, Gate gate) {
        return cuts.gain(gate, OptionalInt.empty()) == 1;
    }

    private String verb(boolean whole, String name) {
        return texts.get(whole ? "cut.cut" : "cut.restore", name);
    }
}
