package org.hrscope.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;

/// Similarity of two poses of one skeleton, 0 to 1: COCO's object keypoint similarity (cocoeval.py) over the joints
/// both are confident of, if sigmas are known for them; otherwise the overlap of their boxes. Immutable, any
/// thread.
public final class Likeness {
    /// From this similarity on, two poses are of the same body.
    static final double SAME_BODY = 0.6;

    /// Joints below this score may be anywhere.
    private static final double HEEDED = 0.2;

    /// Fewer joints in common are not enough.
    private static final int ENOUGH = 4;

    /// COCO's sigmas, by joint name without the side.
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

    /// Body area as a fraction of its box, averaged over COCO's people.
    private static final double FILLED = 0.53;

    private final Skeleton skeleton;

    /// By joint; 0 if unknown.
    private final double[] sigmas;

    public Likeness(Skeleton skeleton) {
        this.skeleton = skeleton;
        sigmas =
                skeleton.joints().stream()
                        .map(joint -> joint.replaceFirst("^(left|right)_", ""))
                        .mapToDouble(joint -> SIGMAS.getOrDefault(joint, 0.0))
                        .toArray();
    }

    /// Object keypoint similarity if enough joints allow it, otherwise the overlap of the boxes.
    public double of(Pose a, Pose b) {
        return of(a, b, 1);
    }

    /// @param latitude factor by which joints may have moved further than usual, at least 1
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

    /// 0 also for empty boxes.
    static double overlap(BoundingBox a, BoundingBox b) {
        double overlap = a.overlap(b);
        return Double.isFinite(overlap) ? overlap : 0;
    }

    /// Whether both are the same body, even if one has left and right swapped.
    boolean sameBody(Pose a, Pose b) {
        return of(a, b) >= SAME_BODY || of(a, mirrored(b)) >= SAME_BODY;
    }

    private Pose mirrored(Pose pose) {
        List<Keypoint> joints = pose.keypoints();
        if (joints.size() != skeleton.size()) return pose;
        return new Pose(skeleton.mirror().stream().map(joints::get).toList(), pose.box());
    }

    /// Keeps the first of several sightings of one body; preserves the order.
    public List<Sighting> distinct(List<Sighting> sightings) {
        List<Sighting> kept = new ArrayList<>();
        for (Sighting each : sightings) {
            if (kept.stream().noneMatch(k -> sameBody(k.pose(), each.pose()))) kept.add(each);
        }
        return kept;
    }
}
