package org.hrscope.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.HeatmapDecoder;
import org.jspecify.annotations.Nullable;

/// A joint belongs to one body. Where crops overlap, the highest peak of a heatmap may be the neighbour's joint, and
/// two people get the same knee: then whoever has another good peak, nearer to where their own body is, takes that one.
/// Two poses that are one body as a whole are left alone, and so are hands that really meet: neither has another peak
/// there. Immutable, any thread.
///
/// @param decoder by which the joints were read
record JointOwners(Likeness likeness, Decoder decoder) {
    /// Of the smaller body's size, the root of its box's area: two joints this near are one place.
    private static final double SAME_PLACE = 0.04;

    /// Joints below this score say nothing.
    private static final double HEEDED = 0.2;

    /// A second peak must be at least this high, and at least this part of the first.
    private static final double LEAST = 0.3;

    private static final double SHARE = 0.5;

    /// Cells round the first peak that belong to it: two and a half standard deviations of the trained Gaussian.
    private static final int RADIUS = 5;

    /// @param estimates of people known to be different: someone half hidden, and so far only suspected, would lose the
    ///     very joints that show they are there
    /// @return in their order; the same estimates where nothing is contested
    List<Estimate> settle(List<Estimate> estimates) {
        List<Estimate> settled = new ArrayList<>(estimates);
        for (int i = 0; i < settled.size(); i++) {
            for (int j = i + 1; j < settled.size(); j++) settle(settled, i, j);
        }
        return settled;
    }

    private void settle(List<Estimate> all, int i, int j) {
        Pose first = all.get(i).pose();
        Pose second = all.get(j).pose();
        List<Integer> contested = contested(first, second);
        if (contested.isEmpty() || likeness.sameBody(first, second)) return;
        for (int joint : contested) {
            Keypoint one = first.keypoints().get(joint);
            Keypoint two = second.keypoints().get(joint);
            Keypoint otherOne = second(all.get(i), joint);
            Keypoint otherTwo = second(all.get(j), joint);
            double secondGoes =
                    otherTwo == null ? 0 : worth(one, first.box()) * worth(otherTwo, second.box());
            double firstGoes =
                    otherOne == null ? 0 : worth(otherOne, first.box()) * worth(two, second.box());
            if (otherTwo != null && secondGoes >= firstGoes) {
                all.set(j, with(all.get(j), joint, otherTwo));
            } else if (otherOne != null) {
                all.set(i, with(all.get(i), joint, otherOne));
            }
        }
    }

    private static List<Integer> contested(Pose first, Pose second) {
        double size = Math.sqrt(Math.min(first.box().area(), second.box().area()));
        List<Integer> contested = new ArrayList<>();
        int joints = Math.min(first.keypoints().size(), second.keypoints().size());
        for (int k = 0; k < joints; k++) {
            Keypoint one = first.keypoints().get(k);
            Keypoint two = second.keypoints().get(k);
            boolean heeded = Math.min(one.score(), two.score()) >= HEEDED;
            double apart = Math.hypot(one.x() - two.x(), one.y() - two.y());
            if (heeded && apart <= SAME_PLACE * size) contested.add(k);
        }
        return contested;
    }

    /// The score, less the further from the middle of the box it lies.
    private static double worth(Keypoint joint, BoundingBox box) {
        double dx = (joint.x() - box.centerX()) / box.width();
        double dy = (joint.y() - box.centerY()) / box.height();
        return joint.score() * Math.exp(-2 * (dx * dx + dy * dy));
    }

    /// The best peak apart from the highest; null if there is no good one, or the joint has left the highest already:
    /// going back would take it from whoever it was left to.
    private @Nullable Keypoint second(Estimate estimate, int joint) {
        Heatmaps maps = estimate.heatmaps();
        // What an interrupted run recorded has no heatmaps, and was settled then.
        if (joint >= maps.joints()) return null;
        Keypoint first = estimate.pose().keypoints().get(joint);
        AffineTransform2D toCells = estimate.geometry().toHeatmap();
        Keypoint cell = first.moved(toCells);
        int start = maps.offset(joint);
        float[] rest =
                Arrays.copyOfRange(maps.values(), start, start + maps.height() * maps.width());
        for (int i = 0; i < rest.length; i++) {
            double dx = i % maps.width() - cell.x();
            double dy = i / maps.width() - cell.y();
            if (dx * dx + dy * dy <= RADIUS * RADIUS) rest[i] = 0;
        }
        Keypoint found =
                HeatmapDecoder.of(decoder)
                        .decode(new Heatmaps(1, maps.height(), maps.width(), rest), 0);
        boolean good = found.score() >= LEAST && found.score() >= SHARE * first.score();
        boolean left = found.score() > first.score();
        return good && !left ? found.moved(estimate.geometry().fromHeatmap()) : null;
    }

    private static Estimate with(Estimate estimate, int joint, Keypoint at) {
        return new Estimate(
                with(estimate.pose(), joint, at),
                with(estimate.judged(), joint, judged(estimate, joint, at)),
                estimate.heatmaps(),
                estimate.geometry(),
                estimate.times());
    }

    /// The maps without the flip test are gone. Its means are lower: the second peak is taken to be so by as much as
    /// the first.
    private static Keypoint judged(Estimate estimate, int joint, Keypoint at) {
        double mean = estimate.pose().keypoints().get(joint).score();
        double straight = estimate.judged().keypoints().get(joint).score();
        return new Keypoint(at.x(), at.y(), at.score() * (straight / mean));
    }

    private static Pose with(Pose pose, int joint, Keypoint at) {
        List<Keypoint> joints = new ArrayList<>(pose.keypoints());
        joints.set(joint, at);
        return new Pose(joints, pose.box());
    }
}
