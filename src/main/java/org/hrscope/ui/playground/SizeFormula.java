package org.hrscope.ui.playground;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// `name = ⌊ top / bottom ⌋ + 1 = result`, set as in a book. FX thread.
final class SizeFormula extends HBox {
    private final Label name = new Label();
    private final Label top = new Label();
    private final Label bottom = new Label();
    private final Label tail = new Label();
    private final Label result = new Label();

    SizeFormula() {
        getStyleClass().add("size-formula");
        Region line = new Region();
        line.getStyleClass().add("fraction-line");
        VBox fraction = new VBox(top, line, bottom);
        fraction.setAlignment(Pos.CENTER);
        name.getStyleClass().add("muted");
        result.getStyleClass().addAll("formula-result");
        getChildren()
                .addAll(
                        name,
                        bracket("floor-left"),
                        fraction,
                        bracket("floor-right"),
                        tail,
                        result);
    }

    private static Region bracket(String style) {
        Region bracket = new Region();
        bracket.getStyleClass().addAll("floor", style);
        return bracket;
    }

    /// In words.
    void show(String whole, String above, String below) {
        name.setText(whole + " =");
        top.setText(above);
        bottom.setText(below);
        tail.setText("+ 1");
    }

    /// With the numbers of one axis.
    void show(String axisName, Axis axis) {
        int room = axis.padded() - axis.extent();
        show(
                axisName,
                "%d + %d + %d − %d·(%d − 1) − 1"
                        .formatted(
                                axis.input(),
                                axis.before(),
                                axis.after(),
                                axis.dilation(),
                                axis.kernel()),
                String.valueOf(axis.stride()));
        String rest = Numbers.brief(room) + "/" + axis.stride();
        tail.setText(axis.output() == 0 ? "+ 1" : "+ 1 = ⌊" + rest + "⌋ + 1 =");
        result.setText(axis.output() == 0 ? "–" : String.valueOf(axis.output()));
    }
}
