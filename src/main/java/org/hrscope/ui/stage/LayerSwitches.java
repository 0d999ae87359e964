package org.hrscope.ui.stage;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.hrscope.ui.common.Columns;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.Presence;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What switches the layers, on the stage's left edge. On a narrow stage, where they would cover a large part of the
/// image, one button in the corner opens and folds them. FX thread.
final class LayerSwitches {
    private static final double ROUND_THEM = 12;

    private static final double CLEAR = 4;
    private static final double EDGE = 12;
    private static final double BESIDE = 70;

    private final Columns column = new Columns("layer-switches");
    private final BooleanProperty narrow = new SimpleBooleanProperty();
    private final ToggleButton unfold;
    private final DoubleBinding covered;

    LayerSwitches(StageView stage, LayersViewModel layers, Controls controls) {
        unfold = controls.toggle(MaterialDesignL.LAYERS_OUTLINE, "layer.all");
        for (StageLayer layer : StageLayer.values()) {
            ToggleButton button = controls.toggle(layer.icon(), layer.textKey());
            button.selectedProperty().bindBidirectional(layers.shownProperty(layer));
            column.add(button);
            if (layer == StageLayer.SKELETON) column.add(byPerson(layers, controls));
            if (layer == StageLayer.HEATMAPS) column.add(heatmapControls(layers, controls));
        }
        ToggleButton mirror = controls.toggle(MaterialDesignR.REFLECT_HORIZONTAL, "view.mirror");
        mirror.selectedProperty().bindBidirectional(layers.mirrorProperty());
        mirror.disableProperty().bind(stage.mirrorableProperty().not());
        column.add(
                new Separator(),
                mirror,
                controls.button(
                        MaterialDesignF.FIT_TO_PAGE_OUTLINE, "view.fit", stage.viewport()::fit));
        for (Node each : column.getChildrenUnmodifiable()) {
            Presence.when(narrow.not().or(unfold.selectedProperty()), each);
        }
        Presence.when(narrow, unfold);
        column.addFirst(unfold);
        narrow.subscribe((_, _) -> StackPane.setAlignment(column, place()));
        StackPane.setAlignment(column, place());
        covered =
                Bindings.createDoubleBinding(
                        () ->
                                narrow.get() || !column.isVisible()
                                        ? 0.0
                                        : column.getBoundsInParent().getMaxX() + CLEAR,
                        narrow,
                        column.visibleProperty(),
                        column.boundsInParentProperty());
        StackPane.setMargin(column, new Insets(EDGE / 2, 0, EDGE / 2, 0));
    }

    /// In the corner there is more often nothing of the image.
    private Pos place() {
        return narrow.get() ? Pos.TOP_LEFT : Pos.CENTER_LEFT;
    }

    Node node() {
        return column;
    }

    /// How far from the stage's left edge the foot of the stage is free.
    DoubleExpression beside() {
        return DoubleExpression.doubleExpression(
                Bindings.when(narrow).then(EDGE).otherwise(BESIDE));
    }

    /// How much of the stage's left edge they cover; unfolded for a moment they may hide something.
    DoubleExpression covered() {
        return covered;
    }

    /// The stage's size.
    void room(double width, double height) {
        narrow.set(width < StagePane.NARROW);
        column.room(height - ROUND_THEM);
    }

    private static Node byPerson(LayersViewModel layers, Controls controls) {
        ToggleButton byPerson =
                controls.toggle(MaterialDesignF.FORMAT_COLOR_FILL, "layer.by_person");
        byPerson.selectedProperty().bindBidirectional(layers.byPersonProperty());
        byPerson.disableProperty().bind(layers.shownProperty(StageLayer.SKELETON).not());
        return byPerson;
    }

    private static Node[] heatmapControls(LayersViewModel layers, Controls controls) {
        ToggleButton hues = controls.toggle(MaterialDesignP.PALETTE_OUTLINE, "heatmap.hues");
        hues.selectedProperty().bindBidirectional(layers.huesProperty());
        Slider opacity = new Slider(0.1, 1, 1);
        opacity.setOrientation(Orientation.VERTICAL);
        opacity.valueProperty().bindBidirectional(layers.heatmapOpacityProperty());
        controls.named(opacity, "heatmap.opacity");
        var off = Bindings.not(layers.shownProperty(StageLayer.HEATMAPS));
        hues.disableProperty().bind(off);
        opacity.disableProperty().bind(off);
        return new Node[] {hues, opacity};
    }
}
