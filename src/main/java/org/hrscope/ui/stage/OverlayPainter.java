package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;
import org.hrscope.motion.RecentPoses;
import org.hrscope.people.Person;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.joints.JointColours;
import org.jspecify.annotations.Nullable;

/// Paints box, crop, skeleton, names and scores, sharp at every zoom, as they are to look at one moment. Immutable: any
/// thread that may use the drawing.
///
/// @param names    of joints, by their names in the skeleton
/// @param seen     joints that are visible
/// @param selected joint; -1 for none
/// @param angle    whose value is drawn; null for the one at the selected joint
/// @param floating what would hide a label
record OverlayPainter(
        StageLook look,
        UnaryOperator<String> names,
        BitSet seen,
        int selected,
        @Nullable AngleName angle,
        List<Rectangle2D> floating) {
    private static final StageDrawing.Pen RING_EDGE =
            new StageDrawing.Pen(4, SkeletonPainter.OUTLINE);
    private static final StageDrawing.Pen RING = new StageDrawing.Pen(2, Color.WHITE);

    /// The same with another look.
    OverlayPainter looking(StageLook other) {
        return new OverlayPainter(other, names, seen, selected, angle, floating);
    }

    /// @param several see [#paintName]
    void paint(
            StageDrawing to,
            AffineTransform2D pictureToStage,
            Person person,
            ModelInfo model,
            boolean several) {
        LabelPlaces places = places(to, pictureToStage, person, several);
        crop(to, pictureToStage, person.estimate().geometry(), model, places);
        JointColours colours = look.colours(model.skeleton(), person.identity(), true);
        List<Keypoint> points = points(person.pose().keypoints(), pictureToStage);
        skeleton(to, points, colours);
        labels(to, points, model.skeleton(), places);
        angle(to, person.pose(), points, model.skeleton());
    }

    /// Where the selected person's joints came from, below everything else.
    ///
    /// @param recent oldest first
    void paintTrails(
            StageDrawing to,
            AffineTransform2D pictureToStage,
            Collection<RecentPoses.Moment> recent,
            JointColours colours) {
        if (!look.shows(StageLayer.TRAILS)) return;
        AffineTransform2D centres = AffineTransform2D.TO_CANVAS.then(pictureToStage);
        BitSet joints = TrailPainter.joints(colours.skeleton(), selected);
        TrailPainter.paint(to, recent, centres, colours, joints);
    }

    /// What a pair is painted for.
    ///
    /// @param person the one that is compared
    /// @param line    A is painted on its left only, B on its right; pixels of the stage, NaN for none
    /// @param several see [#paintName]
    record Shown(Person person, ModelInfo model, double line, boolean several) {}

    /// Both sides of a pair, A below B; names and scores are B's, and a line joins the selected joint's two places.
    void paintPair(OnCanvas to, AffineTransform2D pictureToStage, PosePair pair, Shown shown) {
        LabelPlaces places = places(to, pictureToStage, shown.person, shown.several);
        crop(to, pictureToStage, pair.geometry(), shown.model, places);
        Skeleton skeleton = shown.model.skeleton();
        List<Keypoint> a = points(pair.a().joints(), pictureToStage);
        List<Keypoint> b = points(pair.b().joints(), pictureToStage);
        to.between(
                Double.isNaN(shown.line) ? Double.NaN : Double.NEGATIVE_INFINITY,
                shown.line,
                () -> skeleton(to, a, JointColours.only(skeleton, PairLayer.QUIET)));
        to.between(
                shown.line,
                Double.POSITIVE_INFINITY,
                () -> {
                    skeleton(to, b, JointColours.only(skeleton, PairLayer.LOUD));
                    labels(to, b, skeleton, places);
                });
        if (selected < 0 || selected >= a.size()) return;
        Keypoint from = a.get(selected);
        Keypoint till = b.get(selected);
        ring(to, from);
        StageDrawing.Pen dashed = new StageDrawing.Pen(1.5, Color.WHITE, 4, 4);
        to.line(from.x(), from.y(), till.x(), till.y(), dashed);
    }

    private void crop(
            StageDrawing to,
            AffineTransform2D pictureToStage,
            CropGeometry geometry,
            ModelInfo model,
            LabelPlaces places) {
        if (!look.shows(StageLayer.CROP)) return;
        AffineTransform2D centres = AffineTransform2D.TO_CANVAS.then(pictureToStage);
        BoundingBox crop = BoxPainter.crop(geometry, model, centres);
        BoxPainter.frame(to, crop);
        BoxPainter.size(to, crop, model, places);
    }

    /// All but where the person is named.
    private LabelPlaces places(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, boolean several) {
        LabelPlaces places = new LabelPlaces(floating);
        boolean boxed = look.shows(StageLayer.BOX);
        if (boxed || several || person.uncertain())
            places.take(BoxPainter.place(to, pictureToStage, person, boxed));
        return places;
    }

    private void skeleton(StageDrawing to, List<Keypoint> points, JointColours colours) {
        if (look.shows(StageLayer.SKELETON))
            SkeletonPainter.paint(to, points, colours, seen, LayersViewModel.LEAST_SCORE);
    }

    private void labels(
            StageDrawing to, List<Keypoint> points, Skeleton skeleton, LabelPlaces places) {
        for (int joint = 0; joint < points.size(); joint++) {
            Keypoint at = points.get(joint);
            if (labelled(at, joint)) places.avoid(at.x(), at.y());
        }
        if (selected >= 0 && selected < points.size()) {
            ring(to, points.get(selected));
            // Before the others, so that it finds room.
            label(to, points, skeleton, selected, places);
        }
        for (int joint = 0; joint < points.size(); joint++) {
            if (joint != selected) label(to, points, skeleton, joint, places);
        }
    }

    private void angle(StageDrawing to, Pose pose, List<Keypoint> points, Skeleton skeleton) {
        if (!look.shows(StageLayer.ANGLES)) return;
        boolean chosen = angle != null && angle.find(skeleton).isPresent();
        JointAngle.chosenOr(angle, skeleton, selected)
                .ifPresent(shown ->
                        shown.degrees(pose, LayersViewModel.LEAST_SCORE)
                                .ifPresent(value -> {
                                    // Without limbs along them, nobody would know between which
                                    // joints it is.
                                    if (chosen) AnglePainter.legs(to, points, shown);
                                    AnglePainter.paint(to, points, shown, value);
                                }));
    }

    /// Somebody who is not chosen: the skeleton alone, since crop and labels of many would hide the image.
    void paintOther(
            StageDrawing to, AffineTransform2D pictureToStage, Person person, Skeleton skeleton) {
        JointColours colours = look.colours(skeleton, person.identity(), false);
        skeleton(to, points(person.pose().keypoints(), pictureToStage), colours);
    }

    /// Who it is: the box with its number and score, or the number alone.
    ///
    /// @param several whether there are others, so that a number is needed
    void paintName(
            StageDrawing to,
            AffineTransform2D pictureToStage,
            Person person,
            Skeleton skeleton,
            boolean several) {
        Color colour = look.colours(skeleton, person.identity(), false).ofName();
        if (look.shows(StageLayer.BOX)) BoxPainter.box(to, pictureToStage, person, colour);
        else if (several || person.uncertain())
            BoxPainter.number(to, pictureToStage, person, colour);
    }

    private static List<Keypoint> points(List<Keypoint> joints, AffineTransform2D pictureToStage) {
        AffineTransform2D centres = AffineTransform2D.TO_CANVAS.then(pictureToStage);
        return joints.stream().map(k -> k.moved(centres)).toList();
    }

    private static void ring(StageDrawing to, Keypoint at) {
        to.circle(at.x(), at.y(), 11, RING_EDGE);
        to.circle(at.x(), at.y(), 11, RING);
    }

    private boolean labelled(Keypoint at, int joint) {
        return at.score() >= LayersViewModel.LEAST_SCORE && seen.get(joint);
    }

    private void label(
            StageDrawing to,
            List<Keypoint> points,
            Skeleton skeleton,
            int joint,
            LabelPlaces places) {
        boolean named = look.shows(StageLayer.NAMES);
        boolean scored = look.shows(StageLayer.SCORES);
        Keypoint at = points.get(joint);
        if (!labelled(at, joint) || (!named && !scored)) return;
        String name = names.apply(skeleton.joints().get(joint));
        String score = Texts.format("%.2f", at.score());
        String text = named && scored ? name + "  " + score : named ? name : score;
        Point2D place =
                places.beside(at.x(), at.y(), to.widthOf(text), OnCanvas.LINE_HEIGHT).orElse(null);
        if (place != null)
            to.text(text, place.getX(), place.getY(), TextAlignment.LEFT, Color.WHITE);
    }
}
