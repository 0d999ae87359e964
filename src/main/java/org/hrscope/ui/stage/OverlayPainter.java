package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.JointAngle;
import org.hrscope.motion.RecentPoses;
import org.hrscope.people.Person;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.joints.JointColours;

/// Paints box, crop, skeleton, names and scores in stage pixels, sharp at every zoom. FX thread.
final class OverlayPainter {
    private static final AffineTransform2D CENTRES =
            AffineTransform2D.scaleThenShift(1, 1, 0.5, 0.5);

    private static final double FAR = 20_000;

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
        crop(to, pictureToStage, person.estimate().geometry(), model);
        JointColours colours = layers.colours(model.skeleton(), person.identity(), true);
        List<Keypoint> points = points(person.pose().keypoints(), pictureToStage);
        skeleton(to, points, colours, joints);
        labels(to, points, model.skeleton(), joints, selected);
        angle(to, person.pose(), points, model.skeleton(), selected);
    }

    /// Where the selected person's joints came from, below everything else.
    ///
    /// @param selected -1 for none
    void paintTrails(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            RecentPoses recent,
            JointColours colours,
            int selected) {
        if (!layers.shows(StageLayer.TRAILS)) return;
        AffineTransform2D centres = CENTRES.then(pictureToStage);
        BitSet joints = TrailPainter.joints(colours.skeleton(), selected);
        TrailPainter.paint(to, recent, centres, colours, joints);
    }

    /// What a pair is painted for.
    ///
    /// @param line A is painted on its left only, B on its right; pixels of the stage, NaN for none
    record Shown(ModelInfo model, double line) {}

    /// Both sides of a pair, A below B; names and scores are B's, and a line joins the selected joint's two places.
    void paintPair(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            PosePair pair,
            Shown shown,
            BitSet joints,
            int selected) {
        crop(to, pictureToStage, pair.geometry(), shown.model);
        Skeleton skeleton = shown.model.skeleton();
        List<Keypoint> a = points(pair.a().joints(), pictureToStage);
        List<Keypoint> b = points(pair.b().joints(), pictureToStage);
        clip(to, -FAR, shown.line);
        skeleton(to, a, JointColours.only(skeleton, PairLayer.QUIET), joints);
        to.restore();
        clip(to, shown.line, FAR);
        skeleton(to, b, JointColours.only(skeleton, PairLayer.LOUD), joints);
        labels(to, b, skeleton, joints, selected);
        to.restore();
        if (selected < 0 || selected >= a.size()) return;
        ring(to, a.get(selected));
        to.setLineWidth(1.5);
        to.setStroke(Color.WHITE);
        to.setLineDashes(4, 4);
        to.strokeLine(
                a.get(selected).x(), a.get(selected).y(), b.get(selected).x(), b.get(selected).y());
        to.setLineDashes();
    }

    /// To be restored; without a line nothing is clipped.
    private static void clip(GraphicsContext to, double left, double right) {
        to.save();
        if (Double.isNaN(left) || Double.isNaN(right)) return;
        to.beginPath();
        to.rect(left, -FAR, right - left, 2 * FAR);
        to.clip();
    }

    private void crop(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            CropGeometry geometry,
            ModelInfo model) {
        if (layers.shows(StageLayer.CROP))
            BoxPainter.crop(to, geometry, model, CENTRES.then(pictureToStage));
    }

    private void skeleton(
            GraphicsContext to, List<Keypoint> points, JointColours colours, BitSet joints) {
        if (layers.shows(StageLayer.SKELETON))
            SkeletonPainter.paint(to, points, colours, joints, LayersViewModel.LEAST_SCORE);
    }

    private void labels(
            GraphicsContext to,
            List<Keypoint> points,
            Skeleton skeleton,
            BitSet joints,
            int selected) {
        LabelPlaces places = new LabelPlaces();
        if (selected >= 0 && selected < points.size()) {
            ring(to, points.get(selected));
            // Before the others, so that it finds room.
            label(to, points, skeleton, joints, selected, places);
        }
        for (int joint = 0; joint < points.size(); joint++) {
            if (joint != selected) label(to, points, skeleton, joints, joint, places);
        }
    }

    private void angle(
            GraphicsContext to, Pose pose, List<Keypoint> points, Skeleton skeleton, int selected) {
        if (!layers.shows(StageLayer.ANGLES)) return;
        JointAngle.at(skeleton, selected)
                .ifPresent(angle ->
                        angle.degrees(pose, LayersViewModel.LEAST_SCORE)
                                .ifPresent(value -> AnglePainter.paint(to, points, angle, value)));
    }

    /// Somebody who is not chosen: the skeleton alone, since crop and labels of many would hide the image.
    void paintOther(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            Person person,
            Skeleton skeleton,
            BitSet joints) {
        JointColours colours = layers.colours(skeleton, person.identity(), false);
        skeleton(to, points(person.pose().keypoints(), pictureToStage), colours, joints);
    }

    /// Who it is: the box with its number and score, or the number alone.
    ///
    /// @param several whether there are others, so that a number is needed
    void paintName(
            GraphicsContext to,
            AffineTransform2D pictureToStage,
            Person person,
            Skeleton skeleton,
            boolean several) {
        Color colour = layers.colours(skeleton, person.identity(), false).ofName();
        if (layers.shows(StageLayer.BOX)) BoxPainter.box(to, pictureToStage, person, colour);
        else if (several || person.uncertain())
            BoxPainter.number(to, pictureToStage, person, colour);
    }

    private static List<Keypoint> points(List<Keypoint> joints, AffineTransform2D pictureToStage) {
        AffineTransform2D centres = CENTRES.then(pictureToStage);
        return joints.stream().map(k -> k.moved(centres)).toList();
    }

    private static void ring(GraphicsContext to, Keypoint at) {
        to.setLineWidth(4);
        to.setStroke(SkeletonPainter.OUTLINE);
        to.strokeOval(at.x() - 11, at.y() - 11, 22, 22);
        to.setLineWidth(2);
        to.setStroke(Color.WHITE);
        to.strokeOval(at.x() - 11, at.y() - 11, 22, 22);
    }

    private void label(
            GraphicsContext to,
            List<Keypoint> points,
            Skeleton skeleton,
            BitSet joints,
            int joint,
            LabelPlaces places) {
        boolean named = layers.shows(StageLayer.NAMES);
        boolean scored = layers.shows(StageLayer.SCORES);
        Keypoint at = points.get(joint);
        boolean seen = at.score() >= LayersViewModel.LEAST_SCORE && joints.get(joint);
        if (!seen || (!named && !scored)) return;
        String name = names.of(skeleton.joints().get(joint));
        String score = String.format(Locale.ROOT, "%.2f", at.score());
        String text = named && scored ? name + "  " + score : named ? name : score;
        to.setTextAlign(TextAlignment.LEFT);
        places.beside(at.x(), at.y(), BoxPainter.width(text), BoxPainter.lineHeight())
                .ifPresent(place ->
                        BoxPainter.text(to, text, place.getX(), place.getY(), Color.WHITE));
    }
}
