package org.hrscope.ui.stage;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Columns;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FocusFrame;
import org.hrscope.ui.common.PointerTip;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// The stage and what floats over it: the layer switches on its left edge, the joint's tool tip, what tools draw,
/// and the empty state. FX thread.
public final class StagePane extends StackPane {
    /// Above and below them.
    private static final double ROUND_SWITCHES = 12;

    private final StageView stage;

    public StagePane(
            StageView stage,
            LayersViewModel layers,
            JointsViewModel joints,
            Controls controls,
            Texts texts,
            StageTools tools) {
        this.stage = stage;
        getStyleClass().add("stage-pane");
        PointerTip tip = new PointerTip();
        Pane floating = new Pane();
        for (StageTool tool : tools.all()) {
            Node marks = tool.marks();
            if (marks != null) floating.getChildren().add(marks);
        }
        floating.getChildren().add(tip);
        floating.setMouseTransparent(true);
        stage.setFocusTraversable(true);
        stage.accessibleTextProperty().bind(texts.of("stage"));
        new StageGestures(stage, joints, texts, tools, tip);
        Columns switches = switches(layers, controls);
        heightProperty()
                .addListener((property, before, now) ->
                        switches.room(now.doubleValue() - ROUND_SWITCHES));
        Label opening = new Caption(texts, "stage.opening", "stage-opening");
        opening.visibleProperty().bind(stage.emptyProperty());
        StackPane.setAlignment(switches, Pos.CENTER_LEFT);
        getChildren().addAll(stage, opening, floating, new FocusFrame(stage), switches);
        setMinSize(0, 0);
    }

    private Columns switches(LayersViewModel layers, Controls controls) {
        Columns column = new Columns("layer-switches");
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
                controls.button(MaterialDesignF.FIT_TO_PAGE_OUTLINE, "view.fit", stage::fit));
        return column;
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
