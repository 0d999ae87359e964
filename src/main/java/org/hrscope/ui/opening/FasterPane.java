package org.hrscope.ui.opening;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hrscope.hrnet.PartNames;
import org.hrscope.inference.ModelFile;
import org.hrscope.quantise.Quantised;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Scrolled;
import org.hrscope.ui.common.TextButton;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Quantises the network in use, tells what that costs, lets people choose the layers that stay float, and opens the
/// result if asked to. FX thread.
final class FasterPane extends VBox {
    private final Texts texts;
    private final Making making;
    private final ObservableValue<@Nullable ModelFile> inUse;
    private final ObservableValue<PartNames> parts;
    private final ObjectProperty<@Nullable FasterNetwork> made = new SimpleObjectProperty<>();
    private final FasterFigures figures;
    private final FloatLayers layers = new FloatLayers();
    private final Button again;
    private @Nullable Quantised before;
    private @Nullable ModelFile from;

    /// Works elsewhere, and hands over the result on the FX thread.
    interface Making {
        void makeFaster(Consumer<FasterNetwork> done);

        /// @param kept the layers that stay float
        void makeAgain(FasterNetwork before, Set<String> kept, Consumer<FasterNetwork> done);

        void useModel(@Nullable Path file);

        /// Whether the network on the stage is only borrowed.
        boolean lent();
    }

    /// @param inUse the network on the stage
    /// @param parts what its parts are called on the map
    FasterPane(
            Texts texts,
            Making making,
            ObservableValue<@Nullable ModelFile> inUse,
            ObservableValue<PartNames> parts) {
        this.parts = parts;
        this.texts = texts;
        this.making = making;
        this.inUse = inUse;
        figures = new FasterFigures(texts);
        getStyleClass().addAll("button-row", "faster");
        Button start = wide("faster", this::start);
        Tooltip why = new Tooltip();
        why.textProperty().bind(texts.of("faster.why"));
        start.setTooltip(why);
        Label not = Paragraph.muted(texts.of(this::not, made, texts.languageProperty()));
        Label choice = Paragraph.muted(texts, "faster.layers");
        again = wide("faster.again", this::again);
        again.disableProperty().bind(layers.edited().map(edited -> !edited));
        Button use = wide("faster.use", this::use);
        ObservableValue<Boolean> worthwhile = made.map(FasterNetwork::worthwhile);
        Presence.when(worthwhile.orElse(false), use);
        Presence.when(worthwhile.map(worth -> !worth).orElse(false), not);
        Presence.when(made.isNotNull(), figures, choice, layers, again);
        Button all = wide("faster.all", layers::showAll);
        Presence.when(layers.hiddenProperty().greaterThan(0), all);
        Changes.of(this::fill, texts.languageProperty());
        inUse.subscribe((_, now) -> forget(now));
        getChildren().addAll(start, figures, not, use, choice, layers, all, again);
    }

    private String not() {
        FasterNetwork network = made.get();
        if (network == null) return "";
        if (!network.made().allFloat()) return texts.get("faster.not");
        // Made again, it is what was ticked, and no other was tried.
        return before == null
                ? texts.get("faster.moves", Texts.format("%.1f", network.wish()))
                : texts.get("faster.ticked");
    }

    private Button wide(String key, Runnable action) {
        Button button = new TextButton(texts, key, action);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void start() {
        drop();
        from = inUse.getValue();
        making.makeFaster(network -> show(network, null));
    }

    /// Lets go of what was made from another network, for its samples are large; a borrowed network does not count: it
    /// will be gone soon.
    private void forget(@Nullable ModelFile now) {
        FasterNetwork network = made.get();
        if (network == null || now == null || making.lent()) return;
        if (!now.equals(from) && !network.file().equals(now.path())) drop();
    }

    private void drop() {
        made.set(null);
        before = null;
        layers.clear();
    }

    private void again() {
        FasterNetwork network = made.get();
        if (network == null) return;
        making.makeAgain(network, layers.ticked(), next -> show(next, network.made()));
    }

    private void use() {
        FasterNetwork network = made.get();
        if (network != null) making.useModel(network.file());
    }

    /// @param previous what it is compared with
    void show(FasterNetwork network, @Nullable Quantised previous) {
        before = previous;
        // The button that was pressed takes no focus any more.
        if (again.isFocused()) layers.requestFocus();
        made.set(network);
        layers.show(network.made(), previous != null, parts.getValue());
        fill();
        Scrolled.to(this, 0);
    }

    private void fill() {
        FasterNetwork network = made.get();
        if (network != null) figures.show(network.made(), before);
    }
}
