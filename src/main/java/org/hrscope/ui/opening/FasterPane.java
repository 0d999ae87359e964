package org.hrscope.ui.opening;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hrscope.quantise.QuantiseWish;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Scrolled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Quantises the network in use, tells what that costs, and opens it if asked to. FX thread.
final class FasterPane extends VBox {
    private final Texts texts;
    private final ObjectProperty<@Nullable FasterNetwork> made = new SimpleObjectProperty<>();

    /// @param make starts the work and hands over the result
    FasterPane(Texts texts, Consumer<Consumer<FasterNetwork>> make, Opener opener) {
        this.texts = texts;
        getStyleClass().add("button-row");
        Runnable again =
                () -> {
                    made.set(null);
                    make.accept(made::set);
                };
        Button start = new TextButton(texts, "faster", again);
        start.setMaxWidth(Double.MAX_VALUE);
        Tooltip why = new Tooltip();
        why.textProperty().bind(texts.of("faster.why"));
        start.setTooltip(why);
        Label result = Paragraph.of(new Caption(texts.of(this::result, made), "muted"));
        Runnable open =
                () -> {
                    FasterNetwork network = made.get();
                    if (network != null) opener.useModel(network.file());
                };
        Button use = new TextButton(texts, "faster.use", open);
        use.setMaxWidth(Double.MAX_VALUE);
        result.visibleProperty().bind(made.isNotNull());
        use.visibleProperty()
                .bind(
                        made.map(network -> network.made().worthwhile(QuantiseWish.PIXELS))
                                .orElse(false));
        Presence.ofVisible(result, use);
        made.subscribe((_, _) -> Scrolled.to(this, 0));
        getChildren().addAll(start, result, use);
    }

    private String result() {
        FasterNetwork network = made.get();
        if (network == null) return "";
        var cost = network.made();
        return texts.get(
                cost.worthwhile(QuantiseWish.PIXELS) ? "faster.result" : "faster.not",
                percent(cost.speed().ratio()),
                Texts.format("%.1f", cost.loss().pixels()),
                percent((double) cost.bytes().length / cost.before()),
                cost.kept().size());
    }

    private static String percent(double share) {
        return Texts.format("%.0f", share * 100);
    }
}
