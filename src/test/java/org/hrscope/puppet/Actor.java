package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;

/// The demo figure's true joints, as poses for a puppet.
final class Actor {
    static final Skeleton COCO = Skeletons.byId("coco17").orElseThrow();
    static final BoundingBox BOX = new BoundingBox(440, 90, 400, 540);
    static final long FRAME = 1_000_000_000L / 30;

    private final DemoFigure figure = new DemoFigure(1, 1280, 720);

    List<Keypoint> joints(long frame) {
        return figure.truth(frame);
    }

    Pose pose(long frame) {
        return new Pose(joints(frame), BOX);
    }

    double height() {
        return figure.figureHeight(0);
    }

    /// The pose with some joints of score 0, and these far away.
    static Pose without(Pose pose, int... joints) {
        List<Keypoint> all = new ArrayList<>(pose.keypoints());
        for (int joint : joints) all.set(joint, new Keypoint(-5000, 7000, 0.05));
        return new Pose(all, pose.box());
    }

    /// What somebody in a mirror would look like, a thousand pixels wide.
    static Pose mirrored(Pose pose) {
        List<Keypoint> all = new ArrayList<>();
        for (int joint = 0; joint < pose.keypoints().size(); joint++) {
            Keypoint twin = pose.keypoints().get(COCO.mirror().get(joint));
            all.add(new Keypoint(1000 - twin.x(), twin.y(), twin.score()));
        }
        BoundingBox box = pose.box();
        return new Pose(
                all,
                new BoundingBox(1000 - box.x() - box.width(), box.y(), box.width(), box.height()));
    }

    /// Joints anywhere, of any score, some of them no numbers at all.
    static Pose wild(Random random) {
        List<Keypoint> all = new ArrayList<>();
        for (int joint = 0; joint < 17; joint++) {
            double x = random.nextInt(40) == 0 ? Double.NaN : random.nextDouble(-300, 2000);
            double y =
                    random.nextInt(40) == 0
                            ? Double.POSITIVE_INFINITY
                            : random.nextDouble(-300, 1200);
            double score = random.nextInt(40) == 0 ? Double.NaN : random.nextDouble(-0.2, 1.2);
            all.add(
                    random.nextInt(12) == 0
                            ? new Keypoint(300, 300, 1)
                            : new Keypoint(x, y, score));
        }
        double size = random.nextInt(5) == 0 ? 0 : random.nextDouble(900);
        return new Pose(all, new BoundingBox(random.nextDouble(500), 20, size, size));
    }
}
