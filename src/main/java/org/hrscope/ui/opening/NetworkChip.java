package org.hrscope.ui.opening;

import java.util.concurrent.Callable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import org.hrscope.domain.ModelInfo;
import org.hrscope.ui.common.Chip;
import org.hrscope.ui.common.GrownText;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextItem;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.OpenedNetwork;
import org.hrscope.ui.player.LiveViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/// The network in use, and a menu of ways to another one. FX thread.
public final class NetworkChip extends Chip {

    /// @param opened  the network on the map, which knows its architecture; null until it is read
    /// @param library opens the published networks
    /// @param details shows its panel
    public NetworkChip(
            LiveViewModel live,
            ObservableValue<@Nullable OpenedNetwork> opened,
            Shell shell,
            Runnable library,
            Runnable details) {
        Texts texts = shell.texts();
        Callable<String> words = () -> name(live.modelProperty().get(), opened.getValue(), texts);
        super(
                MaterialDesignG.GRAPH_OUTLINE,
                texts.of(words, live.modelProperty(), opened),
                new SimpleStringProperty(""));
        shell.controls().named(this, texts.of("model.menu", fullProperty()));
        getItems()
                .addAll(
                        new TextItem(texts, "model.details", details),
                        new TextItem(texts, "model.library", library));
    }

    /// The architecture, while the map shows this network; else the name of its file.
    private static String name(
            @Nullable ModelInfo model, @Nullable OpenedNetwork opened, Texts texts) {
        if (model == null) return texts.get("model.opening");
        if (opened == null || !opened.file().info().equals(model)) return model.name();
        String title = new GrownText(texts, opened.grown()).chip(opened.map().title());
        return opened.rounded() == null ? title : title + " int8";
    }
}
