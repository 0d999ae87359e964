package org.hrscope.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.PointerTip;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.selection.Selection;
import org.jspecify.annotations.Nullable;

/// Pointer and wheel on the stage: zoom, pan, fit, hover and select a joint, unless the active tool takes the stroke or
/// the click. FX thread.
final class StageGestures {
    private static final double REACH = 14;
    private static final double WHEEL = 1.0018;

    private final StageView stage;
    private final JointsViewModel joints;
    private final Texts texts;
    private final StageTools tools;
    private final PointerTip tip;
    private final Selection selection;
    private double lastX;
    private double lastY;
    private @Nullable StageTool held;

    /// Where a stroke has come to: whoever loses its release ends it there.
    private @Nullable StagePointer last;

    /// @param tip shown beside the joint under the pointer
    StageGestures(
            StageView stage,
            JointsViewModel joints,
            Texts texts,
            StageTools tools,
            PointerTip tip) {
        this.stage = stage;
        this.joints = joints;
        this.texts = texts;
        this.tools = tools;
        this.tip = tip;
        selection = stage.selection();
        stage.setOnScroll(this::wheel);
        stage.setOnZoom(e -> stage.viewport().zoom(e.getZoomFactor(), e.getX(), e.getY()));
        stage.setOnMousePressed(this::press);
        stage.setOnMouseDragged(this::drag);
        stage.setOnMouseReleased(this::release);
        stage.setOnMouseMoved(this::move);
        stage.setOnMouseExited(event -> leave());
        stage.setOnMouseClicked(this::click);
        tools.activeProperty().subscribe((_, now) -> stage.setCursor(now.cursor()));
    }

    private void wheel(ScrollEvent event) {
        if (event.isInertia()) return;
        stage.viewport().zoom(Math.pow(WHEEL, event.getDeltaY()), event.getX(), event.getY());
        event.consume();
    }

    private StagePointer at(MouseEvent event) {
        return StagePointer.of(event, stage.viewport().toPicture());
    }

    private void press(MouseEvent event) {
        stage.requestFocus();
        // A second button leaves the stroke alone; the first one anew means that its release was
        // lost.
        if (held != null && event.getButton() != MouseButton.PRIMARY) return;
        if (held != null && last != null) end(last);
        lastX = event.getX();
        lastY = event.getY();
        StageTool tool = tools.forStroke(event);
        last = at(event);
        boolean taken = event.getButton() == MouseButton.PRIMARY && tool.press(last);
        held = taken ? tool : null;
        stage.setCursor(taken ? tool.cursor() : Cursor.CLOSED_HAND);
    }

    private void drag(MouseEvent event) {
        last = at(event);
        if (held != null) held.drag(last);
        else stage.viewport().pan(event.getX() - lastX, event.getY() - lastY);
        lastX = event.getX();
        lastY = event.getY();
    }

    private void release(MouseEvent event) {
        if (held == null || event.getButton() == MouseButton.PRIMARY) end(at(event));
    }

    private void end(StagePointer where) {
        StageTool tool = held;
        held = null;
        stage.setCursor(tools.active().cursor());
        if (tool != null) tool.release(where);
    }

    private void leave() {
        tip.setVisible(false);
        tools.active().leave();
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress() || event.getButton() != MouseButton.PRIMARY) return;
        if (tools.active().click(at(event))) return;
        if (event.getClickCount() == 2) {
            stage.viewport().fit();
        } else {
            int joint = jointAt(event.getX(), event.getY());
            if (joint == Selection.NONE && choose(event.getX(), event.getY())) return;
            selection.jointProperty().set(joint);
        }
    }

    /// Chooses the person whose box is clicked; of several the smallest, who is in front or farther away.
    ///
    /// @return whether that is another one than before
    private boolean choose(double x, double y) {
        PipelineResult result = stage.shown();
        if (result == null) return false;
        AffineTransform2D back = stage.viewport().toPicture();
        double atX = back.x(x, y);
        double atY = back.y(x, y);
        Optional<Person> hit =
                result.people().all().stream()
                        .filter(person -> person.pose().box().contains(atX, atY))
                        .min((a, b) ->
                                Double.compare(a.pose().box().area(), b.pose().box().area()));
        int before = selection.personProperty().get();
        hit.ifPresent(person -> selection.personProperty().set(person.identity()));
        return selection.personProperty().get() != before;
    }

    private void move(MouseEvent event) {
        tools.active().move(at(event));
        int joint =
                tools.active().describes() ? jointAt(event.getX(), event.getY()) : Selection.NONE;
        PipelineResult result = stage.shown();
        tip.setVisible(joint >= 0);
        if (joint < 0 || result == null) return;
        tip.say(
                new JointNames(texts).of(result.model().skeleton().joints().get(joint)),
                ((tools.active().details() ? describe(result, joint) : "")
                                + describeAngle(result, joint))
                        .stripLeading());
        tip.autosize();
        double right = stage.getWidth() - tip.getWidth() - 8;
        double bottom = stage.getHeight() - tip.getHeight() - 8;
        tip.relocate(
                Math.max(0, Math.min(event.getX() + 18, right)),
                Math.max(0, Math.min(event.getY() + 14, bottom)));
    }

    /// The angle drawn at this joint: its value and the joints it is between; otherwise empty.
    private String describeAngle(PipelineResult result, int joint) {
        List<String> joints = result.model().skeleton().joints();
        JointNames names = new JointNames(texts);
        Pose pose = result.person().orElseThrow().pose();
        return stage.painters()
                .shownAngle(result.model().skeleton())
                .filter(angle -> angle.at() == joint)
                .map(angle -> {
                    OptionalDouble degrees = angle.degrees(pose, LayersViewModel.LEAST_SCORE);
                    if (degrees.isEmpty()) return "";
                    return System.lineSeparator()
                            + texts.get(
                                    "tip.angle",
                                    Texts.format("%.1f", degrees.getAsDouble()),
                                    names.of(joints.get(angle.from())),
                                    names.of(joints.get(angle.to())));
                })
                .orElse("");
    }

    /// Score, then its position in image, crop and heatmap pixels.
    private String describe(PipelineResult result, int joint) {
        Estimate estimate = result.person().orElseThrow().estimate();
        Keypoint at = estimate.pose().keypoints().get(joint);
        Keypoint crop = at.moved(estimate.geometry().toInput());
        Keypoint cell = at.moved(estimate.geometry().toHeatmap());
        return Texts.format(
                "%s %.3f%n%8.2f, %7.2f  %s%n%8.2f, %7.2f  %s%n%8.2f, %7.2f  %s",
                texts.get("tip.score"),
                at.score(),
                at.x(),
                at.y(),
                texts.get("tip.image"),
                crop.x(),
                crop.y(),
                texts.get("tip.crop"),
                cell.x(),
                cell.y(),
                texts.get("tip.heatmap"));
    }

    private int jointAt(double x, double y) {
        PipelineResult result = stage.shown();
        if (result == null || result.people().isEmpty()) return Selection.NONE;
        AffineTransform2D centres = AffineTransform2D.TO_CANVAS.then(stage.viewport().toStage());
        var keypoints = result.person().orElseThrow().pose().keypoints();
        int nearest = Selection.NONE;
        double reach = REACH;
        for (int joint = 0; joint < keypoints.size(); joint++) {
            Keypoint at = keypoints.get(joint).moved(centres);
            double distance = Math.hypot(at.x() - x, at.y() - y);
            if (SkeletonPainter.drawn(at.score(), LayersViewModel.LEAST_SCORE)
                    && distance < reach
                    && joints.seen().get(joint)) {
                nearest = joint;
                reach = distance;
            }
        }
        return nearest;
    }
}
