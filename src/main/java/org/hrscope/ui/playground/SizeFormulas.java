package org.hrscope.ui.playground;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hrscope.ui.common.Texts;

/// The output's size: in words, for both axes in numbers, set as in a book, and where the padding comes from. FX
/// thread.
final class SizeFormulas extends VBox {
    private final Texts texts;

    SizeFormulas(Texts texts) {
        this.texts = texts;
        getStyleClass().add("size-formulas");
    }

    void show(Setting setting) {
        String words = texts.get("playground.formula.top");
        String stride = texts.get("playground.formula.stride");
        getChildren()
                .setAll(
                        formula(texts.get("playground.formula.size"), words, stride, "+ 1", ""),
                        formula("playground.height", setting.height()),
                        formula("playground.width", setting.width()),
                        padding(setting));
    }

    private HBox formula(String key, Axis axis) {
        String top =
                "%d + %d + %d − %d·(%d − 1) − 1"
                        .formatted(
                                axis.input(),
                                axis.before(),
                                axis.after(),
                                axis.dilation(),
                                axis.kernel());
        String rest = Numbers.brief(axis.padded() - axis.extent()) + " / " + axis.stride();
        String size = axis.output() == 0 ? "–" : String.valueOf(axis.output());
        String bottom = String.valueOf(axis.stride());
        return formula(texts.get(key), top, bottom, "+ 1 = ⌊" + rest + "⌋ + 1 =", size);
    }

    /// `name = ⌊ top / bottom ⌋ tail result`
    private static HBox formula(
            String name, String top, String bottom, String tail, String result) {
        Label above = new Label(top);
        above.setWrapText(true);
        VBox fraction = new VBox(above, region("fraction-line"), new Label(bottom));
        fraction.setAlignment(Pos.CENTER);
        Label end = new Label(result);
        end.getStyleClass().add("formula-result");
        Label start = new Label(name + " =");
        Label rest = new Label(tail);
        for (Label whole : new Label[] {start, rest, end}) whole.setMinWidth(USE_PREF_SIZE);
        start.getStyleClass().add("formula-name");
        HBox formula =
                new HBox(start, region("floor-left"), fraction, region("floor-right"), rest, end);
        formula.getStyleClass().add("size-formula");
        formula.setAccessibleText(name + " = ⌊(" + top + ") / " + bottom + "⌋ " + tail + result);
        return formula;
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    private Label padding(Setting setting) {
        Label padding =
                new Label(
                        switch (setting.padding()) {
                            case VALID -> texts.get("playground.formula.valid");
                            case NUMBER -> texts.get("playground.formula.number");
                            case SAME ->
                                    texts.get("playground.formula.same")
                                            + same("playground.height", setting.height())
                                            + same("playground.width", setting.width());
                        });
        padding.getStyleClass().addAll("muted", "formula-padding");
        padding.setWrapText(true);
        return padding;
    }

    private String same(String key, Axis axis) {
        return texts.get(
                "playground.formula.same.axis",
                texts.get(key),
                axis.input(),
                axis.stride(),
                Math.ceilDiv(axis.input(), axis.stride()),
                axis.extent(),
                axis.pad(),
                axis.before(),
                axis.after());
    }
}
