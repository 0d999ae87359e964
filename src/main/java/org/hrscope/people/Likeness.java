package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;

/// How much alike two poses of one skeleton lie: COCO's object keypoint similarity (cocoeval.py) over the joints that
/// both are sure of, where it is known how exactly such joints can be found; the overlap of their boxes where not. From
/// 0 to 1, 1 for the same. Immutable, any thread.
public final class Likeness {
    /// From here on two poses are one body's.
    static final double SAME_BODY = 0.6;

    /// Joints less sure than this lie anywhere.
    private static final double HEEDED = 0.2;

    /// Fewer joints in common say nothing.
    private static final int ENOUGH = 4;

    /// COCO's sigmas, by what a joint is called on either side.
    private static final Map<String, Double> SIGMAS =
            Map.of(
                    "nose", 0.026,
                    "eye", 0.025,
                    "ear", 0.035,
                    "shoulder", 0.079,
                    "elbow", 0.072,
                    "wrist", 0.062,
                    "hip", 0.107,
                    "knee", 0.087,
                    "ankle", 0.089);

    /// The area of a body in its box, on the average of COCO's people.
    private static final double FILLED = 0.53;

    private final Skeleton skeleton;

    /// By joint; 0 where it is not known.
    private final double[] sigmas;

    public Likeness(Skeleton skeleton) {
        this.skeleton = skeleton;
        sigmas =
                skeleton.joints().stream()
                        .map(joint -> joint.replaceFirst("^(left|right)_", ""))
                        .mapToDouble(joint -> SIGMAS.getOrDefault(joint, 0.0))
                        .toArray();
    }

    /// Object keypoint similarity where enough joints allow it, the boxes' overlap otherwise.
    public double of(Pose a, Pose b) {
        return of(a, b, 1);
    }

    /// @param latitude how many times as far as usual joints may have moved, 1 and more
    double of(Pose a, Pose b, double latitude) {
        double area = FILLED * Math.sqrt(a.box().area() * b.box().area());
        double sum = 0;
        int common = 0;
        int joints = Math.min(sigmas.length, a.keypoints().size());
        for (int i = 0; i < joints && i < b.keypoints().size(); i++) {
            Keypoint p = a.keypoints().get(i);
            Keypoint q = b.keypoints().get(i);
            if (sigmas[i] == 0 || !(Math.min(p.score(), q.score()) >= HEEDED)) continue;
            double spread = 2 * sigmas[i] * latitude;
            double dx = p.x() - q.x();
            double dy = p.y() - q.y();
            sum += Math.exp(-(dx * dx + dy * dy) / (2 * area * spread * spread));
            common++;
        }
        return common < ENOUGH ? overlap(a.box(), b.box()) : sum / common;
    }

    /// 0 for boxes without area too.
    static double overlap(BoundingBox a, BoundingBox b) {
        double overlap = a.overlap(b);
        return Double.isFinite(overlap) ? overlap : 0;
    }

    /// Whether both are of one body, also where one of them takes its left for its right.
    boolean sameBody(Pose a, Pose b) {
        return of(a, b) >= SAME_BODY || of(a, mirrored(b)) >= SAME_BODY;
    }

    private Pose mirrored(Pose pose) {
        List<Keypoint> joints = pose.keypoints();
        if (joints.size() != skeleton.size()) return pose;
        return new Pose(skeleton.mirror().stream().map(joints::get).toList(), pose.box());
    }

    /// Of several sightings of one body the first alone, in their order.
    public List<Sighting> distinct(List<Sighting> sightings) {
        List<Sighting> kept = new ArrayList<>();
        for (Sighting each : sightings) {
            if (kept.stream().noneMatch(k -> sameBody(k.pose(), each.pose()))) kept.add(each);
        }
        return kept;
    }
}
