package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;

/// Boxes round joints.
final class Boxes {
    /// Joints lie inside the body's outline: the box of the annotations is larger than that of the joints.
    private static final double GROWTH = 1.2;

    /// Pixels: a smaller box has nothing in it to see.
    private static final double LEAST = 8;

    /// Fewer joints tell nothing of a body.
    private static final int ENOUGH = 3;

    private Boxes() {}

    /// Whether a person can be cut out by it.
    static boolean finite(BoundingBox box) {
        return Double.isFinite(box.x() + box.y() + box.width() + box.height())
                && box.width() > 0
                && box.height() > 0;
    }

    /// The body's box as far as these joints tell: grown, and never a mere line.
    ///
    /// @param joints at least one
    static BoundingBox round(List<Keypoint> joints) {
        double left = joints.stream().mapToDouble(Keypoint::x).min().orElseThrow();
        double right = joints.stream().mapToDouble(Keypoint::x).max().orElseThrow();
        double top = joints.stream().mapToDouble(Keypoint::y).min().orElseThrow();
        double bottom = joints.stream().mapToDouble(Keypoint::y).max().orElseThrow();
        double least = Math.max(LEAST, Math.max(right - left, bottom - top) / 4);
        return BoundingBox.around(
                        (left + right) / 2,
                        (top + bottom) / 2,
                        Math.max(right - left, least),
                        Math.max(bottom - top, least))
                .scaled(GROWTH);
    }

    /// The body's box by the joints of a pose that are surer than `sure`; the one it was looked for in where too few are.
    static BoundingBox of(Pose pose, double sure) {
        List<Keypoint> joints =
                pose.keypoints().stream().filter(joint -> joint.score() > sure).toList();
        return joints.size() < ENOUGH ? pose.box() : round(joints);
    }

    /// The smallest box that holds both.
    static BoundingBox both(BoundingBox a, BoundingBox b) {
        double left = Math.min(a.x(), b.x());
        double top = Math.min(a.y(), b.y());
        double right = Math.max(a.x() + a.width(), b.x() + b.width());
        double bottom = Math.max(a.y() + a.height(), b.y() + b.height());
        return new BoundingBox(left, top, right - left, bottom - top);
    }
}
