package org.hrscope.ui.stage;

import javafx.beans.binding.DoubleExpression;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.FocusFrame;
import org.hrscope.ui.common.PointerTip;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;

/// The stage and what floats over it: the layer switches on its left edge, the joint's tool tip, what tools draw,
/// and the empty state. FX thread.
public final class StagePane extends StackPane {
    /// On a stage narrower than this, one button in the corner unfolds the layer switches.
    public static final double NARROW = 420;

    private final LayerSwitches switches;

    public StagePane(
            StageView stage,
            LayersViewModel layers,
            JointsViewModel joints,
            Controls controls,
            Texts texts,
            StageTools tools) {
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
        switches = new LayerSwitches(stage, layers, controls);
        Changes.of(() -> switches.room(getWidth(), getHeight()), widthProperty(), heightProperty());
        stage.keepClearOf(switches.node());
        switches.covered().subscribe((_, now) -> stage.viewport().covered(now.doubleValue()));
        Label opening = new Caption(texts, "stage.opening", "stage-opening");
        opening.visibleProperty().bind(stage.emptyProperty());
        getChildren().addAll(stage, opening, floating, new FocusFrame(stage), switches.node());
        setMinSize(0, 0);
    }

    /// Where something else stands in place of the stage, its switches are out of the keyboard's reach, too.
    public void switchesShown(ObservableValue<Boolean> shown) {
        switches.node().visibleProperty().bind(shown);
    }

    /// How far from the left edge the foot of the stage is free.
    public DoubleExpression besideSwitches() {
        return switches.beside();
    }
}
