package org.hrscope.ui.lab;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.pixels.Cover.Fill;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The Cover panel: brush, what covering does to each joint, and where the selected joint looks. FX thread.
public final class CoverPanel extends VBox {
    private final SightPane sight;

    /// @param begin starts the sweep on what is on stage
    public CoverPanel(
            Shell shell, Lab lab, EffectsViewModel effects, SelectedJoint joint, Runnable begin) {
        Covers covers = lab.covers();
        Texts texts = shell.texts();
        getStyleClass().addAll("lab", "lab-page", "cover-panel");
        Label hint = Paragraph.of(new Caption(texts, "cover.hint", "muted"));
        Presence.when(covers.noneProperty(), hint);
        EffectsTable table = new EffectsTable(effects.effectsProperty(), joint, "effects.cover.");
        Presence.when(covers.noneProperty().not(), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        sight = new SightPane(shell, lab.sight(), joint, begin);
        getChildren()
                .addAll(head(covers, shell), brush(covers, shell), hint, sight, table);
    }

    private static PanelHead head(Covers covers, Shell shell) {
        Controls controls = shell.controls();
        Button undo = controls.button(MaterialDesignU.UNDO, "cover.undo", covers::undo);
        undo.disableProperty().bind(covers.undoableProperty().not());
        Button clear = controls.button(MaterialDesignB.BROOM, "cover.clear", covers::clear);
        clear.disableProperty().bind(covers.noneProperty());
        return new PanelHead(shell.texts(), "side.cover", undo, clear);
    }

    private static HBox brush(Covers covers, Shell shell) {
        Controls controls = shell.controls();
        Label name = new Caption(shell.texts(), "cover.brush", "muted");
        name.setMinWidth(USE_PREF_SIZE);
        Slider size = new Slider(Covers.SMALLEST, Covers.LARGEST, covers.size());
        size.valueProperty().bindBidirectional(covers.sizeProperty());
        size.setPrefWidth(80);
        size.setMinWidth(50);
        HBox.setHgrow(size, Priority.ALWAYS);
        controls.named(size, "cover.size");
        HBox row =
                new HBox(
                        controls.choice(
                                Fill.values(), "cover.fill.", covers.fillProperty(), "cover.fill"),
                        name,
                        size);
        row.getStyleClass().add("lab-tools");
        return row;
    }

    /// Once per pulse.
    public void pulse() {
        sight.pulse();
    }
}
