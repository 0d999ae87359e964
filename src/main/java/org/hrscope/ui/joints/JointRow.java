package org.hrscope.ui.joints;

import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.ScoreBar;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// One joint: switch, colour, name, score bar and number, solo button. FX thread.
final class JointRow extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// Opacity of one that is not drawn; its words stay legible.
    private static final double UNSEEN = 0.7;

    private final int joint;
    private final JointsViewModel joints;
    private final Selection selection;
    private final CheckBox on = new CheckBox();
    private final Circle colour = new Circle(5);
    private final ScoreBar bar = new ScoreBar();
    private final Label score = new Label();
    private final ToggleButton solo;

    JointRow(
            int joint,
            String name,
            JointsViewModel joints,
            Selection selection,
            Controls controls,
            Texts texts) {
        this.joint = joint;
        this.joints = joints;
        this.selection = selection;
        getStyleClass().add("joint-row");
        JointNames names = new JointNames(texts);
        Label title = new Caption(texts.of(() -> names.of(name)), "joint-name");
        HBox.setHgrow(bar, Priority.ALWAYS);
        score.getStyleClass().add("joint-score");
        on.setOnAction(event -> joints.switchOn(joint, on.isSelected()));
        on.accessibleTextProperty().bind(title.textProperty());
        solo = controls.toggle(MaterialDesignS.SPOTLIGHT_BEAM, "joints.solo");
        solo.setOnAction(event -> joints.toggleSolo(joint));
        getChildren().addAll(on, colour, title, bar, score, solo);
        setOnMouseClicked(event -> selection.jointProperty().set(joint));
        refresh();
        show(0);
    }

    int joint() {
        return joint;
    }

    void colour(Color now) {
        colour.setFill(now);
    }

    void show(double value) {
        bar.show(value);
        score.setText(Texts.format("%.2f", value));
    }

    void refresh() {
        on.setSelected(joints.on(joint));
        solo.setSelected(joints.soloProperty().get() == joint);
        pseudoClassStateChanged(SELECTED, selection.jointProperty().get() == joint);
        setOpacity(joints.seen().get(joint) ? 1 : UNSEEN);
    }
}
