package org.hrscope.ui.lab;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.ablation.JointEffect;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What is cut, and what that does to each joint. FX thread.
final class CutsPane extends VBox {
    private final Cuts cuts;
    private final EffectsViewModel effects;
    private final JointsViewModel joints;
    private final Selection selection;
    private final Texts texts;
    private final TextTable<JointEffect> table;
    private boolean filling;

    CutsPane(
            Cuts cuts,
            EffectsViewModel effects,
            JointsViewModel joints,
            Selection selection,
            Controls controls,
            Texts texts) {
        this.cuts = cuts;
        this.effects = effects;
        this.joints = joints;
        this.selection = selection;
        this.texts = texts;
        table = table();
        getStyleClass().add("lab-page");
        Label hint = new Caption(texts, "cut.hint", "muted");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.visibleProperty().bind(cuts.noneProperty());
        hint.managedProperty().bind(cuts.noneProperty());
        GainList gains = new GainList(cuts, controls, texts);
        gains.visibleProperty().bind(cuts.noneProperty().not());
        gains.managedProperty().bind(gains.visibleProperty());
        table.visibleProperty().bind(cuts.noneProperty().not());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(selected(), hint, gains, table);
        Changes.of(
                this::fill,
                effects.effectsProperty(),
                selection.jointProperty(),
                joints.skeletonProperty());
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null && !filling) selection.jointProperty().set(now.joint());
                });
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
                        Bindings.createBooleanBinding(
                                () ->
                                        selection.nodeProperty().get() == null
                                                || !cuts.onMapProperty().get()
                                                || cuts.gatesProperty().get() == null,
                                selection.nodeProperty(),
                                cuts.onMapProperty(),
                                cuts.gatesProperty()));
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
                cuts.gate(node)
                        .map(gate -> cuts.gain(gate, java.util.OptionalInt.empty()) == 1)
                        .orElse(true);
        return texts.get(whole ? "cut.cut" : "cut.restore", node);
    }

    private TextTable<JointEffect> table() {
        TextTable<JointEffect> effects = new TextTable<>(texts, "cut.effects");
        effects.wide("cut.joint", effect -> name(effect.joint()));
        effects.narrow("cut.pixels", 62, this::pixels);
        effects.narrow("cut.cells", 48, effect -> Figures.distance(effect.cells()));
        effects.narrow("cut.peak", 100, effect -> Figures.peaks(effect.before(), effect.after()));
        Label waiting = new Caption(texts, "cut.waiting", "muted");
        effects.setPlaceholder(waiting);
        return effects;
    }

    private String pixels(JointEffect effect) {
        if (effect.lost()) return texts.get("cut.lost");
        return Double.isNaN(effect.pixels())
                ? "–"
                : String.format(Locale.ROOT, "%.1f", effect.pixels());
    }

    private String name(int joint) {
        Skeleton skeleton = joints.skeletonProperty().get();
        return joint < skeleton.size()
                ? new JointNames(texts).of(skeleton.joints().get(joint))
                : "";
    }

    private void fill() {
        filling = true;
        table.show(effects.effectsProperty().get());
        table.getSelectionModel().clearSelection();
        for (JointEffect effect : table.getItems()) {
            if (effect.joint() == selection.jointProperty().get())
                table.getSelectionModel().select(effect);
        }
        filling = false;
    }
}
