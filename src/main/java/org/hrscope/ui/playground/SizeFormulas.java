package org.hrscope.ui.playground;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;

/// The output size: as a formula, with numbers for both axes, and where the padding comes from. FX thread.
final class SizeFormulas extends VBox {
    private final Texts texts;

    SizeFormulas(Texts texts) {
        this.texts = texts;
        getStyleClass().add("size-formulas");
    }

    void show(Setting setting) {
        String size = texts.get("playground.formula.size");
        String words = texts.get("playground.formula.top");
        HBox general = formula(size, words, texts.get("playground.formula.stride"), "+ 1", "");
        HBox height = formula("playground.height", setting.height());
        HBox width = formula("playground.width", setting.width());
        getChildren().setAll(general, height, width, padding(setting));
    }

    private HBox formula(String key, Axis a) {
        String top =
                Texts.format(
                        "%d + %d + %d − %d·(%d − 1) − 1",
                        a.input(), a.before(), a.after(), a.dilation(), a.kernel());
        String rest = Numbers.brief(a.padded() - a.extent()) + " / " + a.stride();
        String size = a.output() == 0 ? "–" : String.valueOf(a.output());
        String tail = "+ 1 = ⌊" + rest + "⌋ + 1 =";
        return formula(texts.get(key), top, String.valueOf(a.stride()), tail, size);
    }

    /// `name = ⌊ top / bottom ⌋ tail result`
    private static HBox formula(String name, String top, String bottom, String tail, String end) {
        Label above = new Label(top);
        above.setWrapText(true);
        VBox fraction = new VBox(above, region("fraction-line"), new Label(bottom));
        fraction.setAlignment(Pos.CENTER);
        Label start = whole(name + " =");
        start.getStyleClass().add("muted");
        Label result = whole(end);
        result.getStyleClass().add("formula-result");
        Region left = region("floor-left");
        HBox formula = new HBox(start, left, fraction, region("floor-right"), whole(tail), result);
        formula.getStyleClass().add("size-formula");
        formula.setAccessibleText(name + " = ⌊(" + top + ") / " + bottom + "⌋ " + tail + end);
        return formula;
    }

    private static Label whole(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    private Label padding(Setting setting) {
        String words =
                switch (setting.padding()) {
                    case VALID -> texts.get("playground.formula.valid");
                    case NUMBER -> texts.get("playground.formula.number");
                    case SAME -> texts.get("playground.formula.same");
                };
        if (setting.padding() == Padding.SAME) {
            words += same("playground.height", setting.height());
            words += same("playground.width", setting.width());
        }
        Label padding = new Label(words);
        padding.getStyleClass().addAll("muted", "formula-padding");
        padding.setWrapText(true);
        return padding;
    }

    private String same(String axis, Axis a) {
        String pattern = "playground.formula.same.axis";
        int out = a.output();
        String name = texts.get(axis);
        return texts.get(
                pattern,
                name,
                a.input(),
                a.stride(),
                out,
                a.extent(),
                a.pad(),
                a.before(),
                a.after());
    }
}
