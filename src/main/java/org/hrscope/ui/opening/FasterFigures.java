package org.hrscope.ui.opening;

import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.hrscope.quantise.Quantised;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// What a quantised network costs, beside the one made before it. FX thread.
final class FasterFigures extends GridPane {
    private final Texts texts;

    FasterFigures(Texts texts) {
        this.texts = texts;
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        figures.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, figures, figures);
    }

    /// @param before null for the first
    void show(Quantised now, @Nullable Quantised before) {
        getChildren().clear();
        if (before != null) {
            addRow(0, new Label(), muted("faster.before"), muted("faster.now"));
        }
        row(1, "faster.time", now, before, made -> percent(made.speed().ratio()));
        row(
                2,
                "faster.size",
                now,
                before,
                made -> percent(made.bytes().length / (double) made.before()));
        row(3, "faster.moved", now, before, this::pixels);
        row(4, "faster.float", now, before, made -> "" + made.kept().size());
    }

    private String pixels(Quantised made) {
        return texts.get("faster.pixels", Texts.format("%.2f", made.loss().pixels()));
    }

    private void row(
            int index,
            String key,
            Quantised now,
            @Nullable Quantised before,
            Function<Quantised, String> figure) {
        Label name = muted(key);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        add(name, 0, index);
        if (before != null) add(Styled.as(value(figure.apply(before)), "muted"), 1, index);
        add(value(figure.apply(now)), 2, index);
    }

    private static Label value(String figure) {
        return Styled.as(new Label(figure), "fact-value");
    }

    private Label muted(String key) {
        return Styled.as(new Label(texts.get(key)), "muted");
    }

    private static String percent(double share) {
        return Texts.format("%.0f%%", share * 100);
    }
}
