package org.hrscope.people;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeletons;

/// Simulated moving figures, and what finder and pose network would report: nearer figures occlude others, a crop
/// shows the best-fitting one, keypoints jitter. Reproducible.
final class Stage {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    /// Too small to tell anyone's clothes.
    static final Frame FRAME =
            new Frame(
                    1, 1, ByteBuffer.allocateDirect(4), new Frame.Origin("stage", 0, 0), () -> {});

    /// Overlap from which the further one is occluded.
    private static final double HIDDEN = 0.4;

    /// A standing body of height 1 and width 0.5 with COCO's keypoints.
    private static final double[][] BODY = {
        {.25, .07},
        {.27, .05},
        {.23, .05},
        {.30, .06},
        {.20, .06},
        {.36, .2},
        {.14, .2},
        {.42, .36},
        {.08, .36},
        {.45, .5},
        {.05, .5},
        {.32, .52},
        {.18, .52},
        {.33, .74},
        {.17, .74},
        {.34, .96},
        {.16, .96}
    };

    private final Random random;
    private final double noise;

    /// @param noise of keypoints, as a fraction of the figure's height
    Stage(long seed, double noise) {
        random = new Random(seed);
        this.noise = noise;
    }

    /// @param x,y   centre of the box
    /// @param depth smaller is nearer
    record Figure(int who, double x, double y, double height, double depth) {
        BoundingBox box() {
            return BoundingBox.around(x, y, height / 2, height);
        }
    }

    static PersonTracks tracks() {
        return new PersonTracks(Skeletons.byId("coco17").orElseThrow());
    }

    private static boolean visible(Figure figure, List<Figure> all) {
        BoundingBox box = figure.box();
        return box.clippedTo(WIDTH, HEIGHT).area() > box.area() / 3
                && all.stream()
                        .noneMatch(front ->
                                front.depth < figure.depth && front.box().overlap(box) > HIDDEN);
    }

    List<FoundPerson> found(List<Figure> figures) {
        return figures.stream()
                .filter(each -> visible(each, figures))
                .map(each ->
                        new FoundPerson(
                                BoundingBox.around(
                                        each.x + wobble(each.height * 3),
                                        each.y + wobble(each.height * 3),
                                        each.height * 0.55,
                                        each.height * 1.05),
                                0.5))
                .toList();
    }

    /// What the pose network sees in a box: the best-fitting figure, or a low-score pose.
    Pose pose(List<Figure> figures, BoundingBox box) {
        return figures.stream()
                .filter(each -> each.box().overlap(box) > 0.15 && visible(each, figures))
                .max(Comparator.comparingDouble(each -> each.box().overlap(box)))
                .map(each -> pose(each, box, 0.9))
                .orElseGet(
                        () -> pose(new Figure(0, box.centerX(), box.centerY(), 50, 0), box, 0.1));
    }

    private Pose pose(Figure figure, BoundingBox box, double score) {
        BoundingBox at = figure.box();
        List<Keypoint> joints =
                IntStream.range(0, BODY.length)
                        .mapToObj(i ->
                                new Keypoint(
                                        at.x() + BODY[i][0] * figure.height + wobble(figure.height),
                                        at.y() + BODY[i][1] * figure.height + wobble(figure.height),
                                        score))
                        .toList();
        return new Pose(joints, box);
    }

    List<Pose> poses(List<Figure> figures, List<Look> looks) {
        List<Pose> poses = new ArrayList<>();
        for (Look look : looks) poses.add(pose(figures, look.box()));
        return poses;
    }

    private double wobble(double height) {
        return noise == 0 ? 0 : random.nextGaussian() * noise * height;
    }

    /// The figure this person is, or -1.
    static int who(TrackedPerson person, List<Figure> figures) {
        Keypoint hip = person.pose().keypoints().get(11);
        return figures.stream()
                .filter(each ->
                        Math.hypot(
                                        hip.x() - each.box().x() - BODY[11][0] * each.height,
                                        hip.y() - each.box().y() - BODY[11][1] * each.height)
                                < each.height / 10)
                .min(Comparator.comparingDouble(Figure::depth))
                .map(Figure::who)
                .orElse(-1);
    }
}
