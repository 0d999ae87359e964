package org.hrscope.ui.lab;

import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The current cuts and their effect on each joint. FX thread.
final class CutsPane extends VBox {
    private final Cuts cuts;
    private final Selection selection;
    private final Texts texts;

    CutsPane(Cuts cuts, EffectsViewModel effects, SelectedJoint joint, Controls controls) {
        this.cuts = cuts;
        selection = joint.selection();
        texts = joint.texts();
        getStyleClass().add("lab-page");
        Label hint = Paragraph.muted(texts, "cut.hint");
        Presence.when(cuts.noneProperty(), hint);
        GainList gains = new GainList(cuts, controls, texts);
        Presence.when(cuts.noneProperty().not(), gains);
        EffectsTable table = new EffectsTable(effects.effectsProperty(), joint, "effects.cut.");
        table.visibleProperty().bind(cuts.noneProperty().not());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(selected(), hint, gains, table);
    }

    /// Cuts what is selected on the map, or restores it.
    private Button selected() {
        Button button = new Button();
        button.setGraphic(new FontIcon(MaterialDesignC.CONTENT_CUT));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("lab-selected");
        button.textProperty()
                .bind(
                        texts.of(
                                this::verb,
                                selection.nodeProperty(),
                                cuts.gainsProperty(),
                                cuts.gatesProperty()));
        button.disableProperty()
                .bind(
                        selection
                                .nodeProperty()
                                .isNull()
                                .or(cuts.onMapProperty().not())
                                .or(cuts.gatesProperty().isNull()));
        button.setOnAction(event -> {
            String node = selection.nodeProperty().get();
            if (node != null) cuts.toggle(node);
        });
        return button;
    }

    private String verb() {
        String node = selection.nodeProperty().get();
        if (node == null) return texts.get("cut.select");
        boolean whole =
                cuts.gate(node).map(gate -> cuts.gain(gate, OptionalInt.empty()) == 1).orElse(true);
        return texts.get(whole ? "cut.cut" : "cut.restore", node);
    }
}
