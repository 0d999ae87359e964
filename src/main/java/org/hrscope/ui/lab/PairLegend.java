package org.hrscope.ui.lab;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.stage.PairLayer;
import org.hrscope.ui.stage.PairView;

/// Over the stage while something is cut: which pose is which, and whose heatmaps are shown. FX thread.
public final class PairLegend extends HBox {

    public PairLegend(Cuts cuts, PairLayer layer, Controls controls, Texts texts) {
        getStyleClass().add("pair-legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(cuts.noneProperty().not());
        managedProperty().bind(visibleProperty());
        setPickOnBounds(false);
        Label heatmaps = new Caption(texts, "pair.heatmaps", "muted");
        heatmaps.setMinWidth(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        key(texts, "pair.a", PairLayer.QUIET),
                        key(texts, "pair.b", PairLayer.LOUD),
                        heatmaps,
                        choice(layer.viewProperty(), controls, texts));
    }

    private static Label key(Texts texts, String key, Color colour) {
        Label label = new Caption(texts, key);
        label.setGraphic(new Rectangle(16, 4, colour));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static SegmentedButton choice(
            ObjectProperty<PairView> view, Controls controls, Texts texts) {
        SegmentedButton all = new SegmentedButton();
        for (PairView each : PairView.values()) {
            String key = "pair." + each.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.of(key));
            button.setMinWidth(USE_PREF_SIZE);
            controls.named(button, key + ".maps");
            button.setOnAction(event -> {
                view.set(each);
                button.setSelected(true);
            });
            Changes.of(() -> button.setSelected(view.get() == each), view);
            button.setSelected(view.get() == each);
            all.getButtons().add(button);
        }
        all.setToggleGroup(new ToggleGroup());
        return all;
    }
}
