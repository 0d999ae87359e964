package org.hrscope.ui.lab;

import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.stage.PairLayer;
import org.hrscope.ui.stage.PairView;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Over the stage while two things are compared: which is which, and how they are shown. FX thread.
public final class PairLegend extends HBox {
    /// The colour and the letter.
    private static final double LEAST = 38;

    private static final double LONGEST = 224;

    public PairLegend(Comparison comparison, PairLayer layer, Controls controls, Texts texts) {
        getStyleClass().add("pair-legend");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(comparison.active());
        managedProperty().bind(visibleProperty());
        setPickOnBounds(false);
        getChildren()
                .addAll(
                        key("A", comparison.a(), PairLayer.QUIET, controls),
                        key("B", comparison.b(), PairLayer.LOUD, controls),
                        choice(layer.viewProperty(), controls, texts),
                        controls.button(MaterialDesignC.CLOSE, "pair.end", comparison.end()));
    }

    /// The colour, then A or B, then as much of the name as there is room for.
    private static Label key(
            String letter, ObservableValue<String> name, Color colour, Controls controls) {
        Label label = new Label();
        label.textProperty().bind(name.map(text -> letter + "  " + text));
        label.setGraphic(new Rectangle(16, 4, colour));
        label.setMaxWidth(LONGEST);
        label.setMinWidth(LEAST);
        controls.named(label, name);
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
            controls.named(button, key + ".about");
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
