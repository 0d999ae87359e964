package org.hrscope.ui.opening;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hrscope.quantise.QuantiseWish;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Quantises the network in use, tells what that costs, and opens it on wish. FX thread.
final class FasterPane extends VBox {
    private final Texts texts;
    private final ObjectProperty<@Nullable FasterNetwork> made = new SimpleObjectProperty<>();

    /// @param make starts the work and hands over the result
    FasterPane(Texts texts, Consumer<Consumer<FasterNetwork>> make, Opener opener) {
        this.texts = texts;
        getStyleClass().add("button-row");
        Button start = new Button();
        start.textProperty().bind(texts.of("faster"));
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(event -> {
            made.set(null);
            make.accept(made::set);
        });
        Tooltip why = new Tooltip();
        why.textProperty().bind(texts.of("faster.why"));
        start.setTooltip(why);
        Label result = new Caption(texts.of(this::result, made), "muted");
        result.setWrapText(true);
        result.setMinHeight(USE_PREF_SIZE);
        Button use = new Button();
        use.textProperty().bind(texts.of("faster.use"));
        use.setMaxWidth(Double.MAX_VALUE);
        use.setOnAction(event -> {
            FasterNetwork network = made.get();
            if (network != null) opener.useModel(network.file());
        });
        result.visibleProperty().bind(made.isNotNull());
        use.visibleProperty()
                .bind(
                        made.map(network -> network.made().worthwhile(QuantiseWish.PIXELS))
                                .orElse(false));
        for (var node : new Node[] {result, use}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        getChildren().addAll(start, result, use);
    }

    private String result() {
        FasterNetwork network = made.get();
        if (network == null) return "";
        var cost = network.made();
        return texts.get(
                cost.worthwhile(QuantiseWish.PIXELS) ? "faster.result" : "faster.not",
                percent(cost.speed().ratio()),
                String.format(Locale.ROOT, "%.1f", cost.loss().pixels()),
                percent((double) cost.bytes().length / cost.before()),
                cost.kept().size());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", share * 100);
    }
}
