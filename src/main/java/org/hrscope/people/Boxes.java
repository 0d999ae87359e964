package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;

/// Boxes around keypoints.
public final class Boxes {
    /// Keypoints lie inside the body's outline: annotated boxes are larger than the keypoints' bounding box.
    private static final double GROWTH = 1.2;

    /// In pixels: nothing can be seen in a smaller box.
    private static final double LEAST = 8;

    /// Fewer keypoints do not define a body.
    private static final int ENOUGH = 3;

    private Boxes() {}

    /// Whether the box can be cropped.
    static boolean finite(BoundingBox box) {
        return Double.isFinite(box.x() + box.y() + box.width() + box.height())
                && box.width() > 0
                && box.height() > 0;
    }

    /// Whether a quarter of it is in an image of this size; an empty one is not.
    static boolean inside(BoundingBox box, int width, int height) {
        return finite(box) && box.clippedTo(width, height).area() > box.area() / 4;
    }

    /// The body's box as far as these keypoints show it: enlarged, and never degenerate.
    ///
    /// @param joints at least one
    public static BoundingBox round(List<Keypoint> joints) {
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

    /// The body's box from the keypoints scoring above `sure`; the pose's own box if there are too few.
    static BoundingBox of(Pose pose, double sure) {
        List<Keypoint> joints =
                pose.keypoints().stream().filter(joint -> joint.score() > sure).toList();
        return joints.size() < ENOUGH ? pose.box() : round(joints);
    }

    /// The bounding box of both: `a` itself, not rounded anew, if `b` lies within.
    static BoundingBox both(BoundingBox a, BoundingBox b) {
        double left = Math.min(a.x(), b.x());
        double top = Math.min(a.y(), b.y());
        double right = Math.max(a.x() + a.width(), b.x() + b.width());
        double bottom = Math.max(a.y() + a.height(), b.y() + b.height());
        boolean within =
                left == a.x()
                        && top == a.y()
                        && right == a.x() + a.width()
                        && bottom == a.y() + a.height();
        return within ? a : new BoundingBox(left, top, right - left, bottom - top);
    }
}
