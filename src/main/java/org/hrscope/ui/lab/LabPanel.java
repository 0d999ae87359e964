package org.hrscope.ui.lab;

import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/// The Cut panel: cuts of one's own, or all paths in turn. FX thread.
public final class LabPanel extends VBox {
    private enum Page {
        CUTS,
        SWEEP
    }

    private final Cuts cuts;
    private final Controls controls;
    private final Texts texts;
    private final StackPane pages = new StackPane();
    private final CutsPane own;
    private final SweepPane sweep;

    /// @param begin starts a sweep on what is on stage
    public LabPanel(
            Shell shell, Lab lab, EffectsViewModel effects, SelectedJoint joint, Runnable begin) {
        cuts = lab.cuts();
        controls = shell.controls();
        texts = shell.texts();
        own = new CutsPane(cuts, effects, joint, controls);
        sweep = new SweepPane(shell, lab.sweep(), joint, begin);
        getStyleClass().add("lab");
        VBox.setVgrow(pages, Priority.ALWAYS);
        getChildren().addAll(head(), choice(), pages);
        show(Page.CUTS);
    }

    private HBox choice() {
        ToggleGroup group = new ToggleGroup();
        SegmentedButton choice = new SegmentedButton();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton();
            button.textProperty().bind(texts.of(Texts.key("cut.page.", page)));
            button.setSelected(page == Page.CUTS);
            button.setOnAction(event -> {
                // One of them is always on.
                button.setSelected(true);
                show(page);
            });
            choice.getButtons().add(button);
        }
        choice.setToggleGroup(group);
        return Styled.as(new HBox(choice), "lab-head");
    }

    private PanelHead head() {
        Button undo = controls.button(MaterialDesignU.UNDO, "cut.undo", cuts::undo);
        undo.disableProperty().bind(cuts.undoableProperty().not());
        Button redo = controls.button(MaterialDesignR.REDO, "cut.redo", cuts::redo);
        redo.disableProperty().bind(cuts.redoableProperty().not());
        Button all = controls.button(MaterialDesignR.RESTORE, "cut.restore-all", cuts::restoreAll);
        all.disableProperty().bind(cuts.noneProperty());
        return new PanelHead(texts, "side.cut", undo, redo, all);
    }

    private void show(Page page) {
        pages.getChildren().setAll(page == Page.CUTS ? own : sweep);
    }

    /// Once per pulse.
    public void pulse() {
        sweep.pulse();
    }
}
