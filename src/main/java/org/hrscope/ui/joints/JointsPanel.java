package org.hrscope.ui.joints;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.PanelHead;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/// One row per joint, and switches for all of them. FX thread.
public final class JointsPanel extends VBox {
    private final JointsViewModel joints;
    private final Selection selection;
    private final ObservableValue<JointColours> colours;
    private final Controls controls;
    private final Texts texts;
    private final VBox list = new VBox();
    private final List<JointRow> rows = new ArrayList<>();

    public JointsPanel(
            JointsViewModel joints,
            Selection selection,
            ObservableValue<JointColours> colours,
            Controls controls,
            Texts texts) {
        this.joints = joints;
        this.selection = selection;
        this.colours = colours;
        this.controls = controls;
        this.texts = texts;
        getStyleClass().add("joints");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, javafx.scene.layout.Priority.ALWAYS);
        getChildren().addAll(head(), scroll);
        joints.skeletonProperty().subscribe((_, now) -> build(now));
        joints.keypointsProperty().subscribe((_, now) -> update(now));
        Changes.of(
                () -> rows.forEach(JointRow::refresh),
                joints.changesProperty(),
                selection.jointProperty());
        colours.subscribe((_, now) -> colour(now));
        build(joints.skeletonProperty().get());
        // On a still image nothing else would tell it.
        update(joints.keypointsProperty().get());
    }

    private PanelHead head() {
        Button all =
                controls.button(
                        MaterialDesignE.EYE_OUTLINE, "joints.all", () -> joints.switchAll(true));
        Button none =
                controls.button(
                        MaterialDesignE.EYE_OFF_OUTLINE,
                        "joints.none",
                        () -> joints.switchAll(false));
        return new PanelHead(texts, "joints.title", all, none);
    }

    List<JointRow> rows() {
        return rows;
    }

    private void build(Skeleton skeleton) {
        rows.clear();
        for (int joint = 0; joint < skeleton.size(); joint++) {
            String name = skeleton.joints().get(joint);
            rows.add(new JointRow(joint, name, joints, selection, controls, texts));
        }
        list.getChildren().setAll(rows);
        colour(colours.getValue());
    }

    private void colour(JointColours now) {
        for (JointRow row : rows) {
            if (row.joint() < now.skeleton().size()) row.colour(now.ofJoint(row.joint()));
        }
    }

    private void update(List<Keypoint> keypoints) {
        for (JointRow row : rows) {
            row.show(row.joint() < keypoints.size() ? keypoints.get(row.joint()).score() : 0);
        }
    }
}
