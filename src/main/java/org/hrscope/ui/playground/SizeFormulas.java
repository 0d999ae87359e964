package org.hrscope.ui.playground;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;

/// The output's size: in words, for both axes in numbers, and where the padding comes from. FX thread.
final class SizeFormulas extends VBox {
    private final SizeFormula general = new SizeFormula();
    private final SizeFormula height = new SizeFormula();
    private final SizeFormula width = new SizeFormula();
    private final Label padding = new Label();
    private final Texts texts;

    SizeFormulas(Texts texts) {
        this.texts = texts;
        getStyleClass().add("size-formulas");
        padding.getStyleClass().add("muted");
        padding.setWrapText(true);
        FlowPane numbers = new FlowPane(height, width);
        numbers.getStyleClass().add("formula-axes");
        getChildren().addAll(general, numbers, padding);
    }

    void show(Setting setting) {
        general.show(
                texts.get("playground.formula.size"),
                texts.get("playground.formula.top"),
                texts.get("playground.formula.stride"));
        height.show(texts.get("playground.height"), setting.height());
        width.show(texts.get("playground.width"), setting.width());
        padding.setText(
                switch (setting.padding()) {
                    case VALID -> texts.get("playground.formula.valid");
                    case NUMBER -> texts.get("playground.formula.number");
                    case SAME ->
                            texts.get("playground.formula.same")
                                    + same("playground.height", setting.height())
                                    + same("playground.width", setting.width());
                });
    }

    private String same(String key, Axis axis) {
        return texts.get(
                "playground.formula.same.axis",
                texts.get(key),
                axis.input(),
                axis.stride(),
                axis.output(),
                axis.extent(),
                axis.pad(),
                axis.before(),
                axis.after());
    }
}
