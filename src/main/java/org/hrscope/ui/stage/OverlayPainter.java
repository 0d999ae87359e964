package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Skeleton;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.common.JointNames;

/// Paints box, crop, skeleton, names and scores in stage pixels, sharp at every zoom. FX thread.
final class OverlayPainter {
    private static final Color BOX = Color.rgb(255, 255, 255, 0.9);
    private static final Color CROP = Color.rgb(91, 157, 255, 0.95);
    private static final Color CHOSEN = Color.WHITE;
    private static final Font SMALL = Font.font("System", FontWeight.BOLD, 11);

    private final LayersViewModel layers;
    private final JointNames names;

    OverlayPainter(LayersViewModel layers, JointNames names) {
        this.layers = layers;
        this.names = names;
    }

    /// @param joints   which are visible
    /// @param selected -1 for none
    void paint(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            Person person,
            ModelInfo model,
            BitSet joints,
            int selected) {
        Estimate estimate = person.estimate();
        AffineTransform2D centres =
                AffineTransform2D.scaleThenShift(1, 1, 0.5, 0.5).then(pictureToStage);
        if (layers.shows(StageLayer.BOX)) box(to, estimate.pose().box(), pictureToStage);
        if (layers.shows(StageLayer.CROP)) crop(to, estimate.geometry(), model, centres);
        List<Keypoint> points =
                estimate.pose().keypoints().stream().map(k -> k.moved(centres)).toList();
        Skeleton skeleton = model.skeleton();
        if (layers.shows(StageLayer.SKELETON)) {
            SkeletonPainter.paint(to, points, skeleton, joints, LayersViewModel.LEAST_SCORE);
        }
        for (int joint = 0; joint < points.size(); joint++) {
            Keypoint at = points.get(joint);
            boolean seen = at.score() >= LayersViewModel.LEAST_SCORE && joints.get(joint);
            if (joint == selected) ring(to, at);
            if (!seen) continue;
            label(to, at, names.of(skeleton.joints().get(joint)));
        }
    }

    /// Somebody who is not chosen: the skeleton alone, since crop and labels of many would hide the image.
    void paintOther(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            Person person,
            Skeleton skeleton,
            BitSet joints) {
        if (!layers.shows(StageLayer.SKELETON)) return;
        AffineTransform2D centres =
                AffineTransform2D.scaleThenShift(1, 1, 0.5, 0.5).then(pictureToStage);
        List<Keypoint> points =
                person.pose().keypoints().stream().map(k -> k.moved(centres)).toList();
        SkeletonPainter.paint(to, points, skeleton, joints, LayersViewModel.LEAST_SCORE);
    }

    /// Who is who, over the head: the identity's number.
    void number(GraphicsContext to, AffineTransform2D pictureToStage, Person person) {
        BoundingBox box = person.pose().box();
        double x = pictureToStage.x(box.x() + box.width() / 2, box.y());
        double y = Math.max(pictureToStage.y(box.x() + box.width() / 2, box.y()) - 4, 16);
        to.setFont(SMALL);
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.BOTTOM);
        outlined(to, String.valueOf(person.identity()), x, y, Color.WHITE);
    }

    private static void box(GraphicsContext to, BoundingBox box, AffineTransform2D pictureToStage) {
        to.setLineDashes(6, 5);
        to.setLineWidth(1.5);
        to.setStroke(BOX);
        double x = pictureToStage.x(box.x(), box.y());
        double y = pictureToStage.y(box.x(), box.y());
        to.strokeRect(x, y, box.width() * pictureToStage.a(), box.height() * pictureToStage.e());
        to.setLineDashes();
    }

    /// The crop: from half a pixel before the first pixel centre to half a pixel after the last.
    private static void crop(
            GraphicsContext to, CropGeometry geometry, ModelInfo model, AffineTransform2D centres) {
        AffineTransform2D inputToStage = geometry.fromInput().then(centres);
        double left = inputToStage.x(-0.5, -0.5);
        double top = inputToStage.y(-0.5, -0.5);
        double right = inputToStage.x(model.inputWidth() - 0.5, model.inputHeight() - 0.5);
        double bottom = inputToStage.y(model.inputWidth() - 0.5, model.inputHeight() - 0.5);
        to.setLineWidth(1.5);
        to.setStroke(CROP);
        to.strokeRect(left, top, right - left, bottom - top);
        String size = model.inputWidth() + " × " + model.inputHeight();
        double labelY = Math.max(top, 0) + 4;
        to.setFont(SMALL);
        to.setTextBaseline(VPos.TOP);
        to.setTextAlign(TextAlignment.RIGHT);
        outlined(to, size, Math.min(right, to.getCanvas().getWidth()) - 6, labelY, CROP.brighter());
    }

    private static void ring(GraphicsContext to, Keypoint at) {
        to.setLineWidth(4);
        to.setStroke(SkeletonPainter.OUTLINE);
        to.strokeOval(at.x() - 11, at.y() - 11, 22, 22);
        to.setLineWidth(2);
        to.setStroke(CHOSEN);
        to.strokeOval(at.x() - 11, at.y() - 11, 22, 22);
    }

    private void label(GraphicsContext to, Keypoint at, String name) {
        boolean named = layers.shows(StageLayer.NAMES);
        boolean scored = layers.shows(StageLayer.SCORES);
        if (!named && !scored) return;
        String score = String.format(Locale.ROOT, "%.2f", at.score());
        String text = named && scored ? name + "  " + score : named ? name : score;
        to.setFont(SMALL);
        to.setTextAlign(TextAlignment.LEFT);
        to.setTextBaseline(VPos.CENTER);
        outlined(to, text, at.x() + 10, at.y(), Color.WHITE);
    }

    private static void outlined(GraphicsContext to, String text, double x, double y, Color fill) {
        to.setLineWidth(3);
        to.setStroke(SkeletonPainter.OUTLINE);
        to.strokeText(text, x, y);
        to.setFill(fill);
        to.fillText(text, x, y);
    }
}
