package org.hrscope.ui.teach;

import java.util.List;
import java.util.Optional;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;

/// Where the top of the head must be, by the joints that are known: above the ears, on the line from between the
/// shoulders. Eyes and nose say less, for they are in front of it.
final class HeadTop {
    private static final List<String> EARS = List.of("left_ear", "right_ear");
    private static final List<String> FACE = List.of("nose", "left_eye", "right_eye");
    private static final List<String> SHOULDERS = List.of("left_shoulder", "right_shoulder");

    /// Of the way from the shoulders to the ears: what is left above them. Measured on the demo figure.
    private static final double ABOVE = 0.5;

    private HeadTop() {}

    /// @return in image pixels; empty if the skeleton has no face or no shoulders, or none of them was found
    static Optional<Keypoint> of(Pose pose, Skeleton skeleton) {
        Keypoint ears = middle(pose, skeleton, EARS);
        Keypoint head = ears.score() > 0 ? ears : middle(pose, skeleton, FACE);
        Keypoint shoulders = middle(pose, skeleton, SHOULDERS);
        if (!(head.score() > 0 && shoulders.score() > 0)) return Optional.empty();
        return Optional.of(
                new Keypoint(
                        head.x() + ABOVE * (head.x() - shoulders.x()),
                        head.y() + ABOVE * (head.y() - shoulders.y()),
                        1));
    }

    /// Weighted by their scores; score 0 if there are none.
    private static Keypoint middle(Pose pose, Skeleton skeleton, List<String> names) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (String name : names) {
            int joint = skeleton.joints().indexOf(name);
            if (joint < 0 || joint >= pose.keypoints().size()) continue;
            Keypoint found = pose.keypoints().get(joint);
            double weight = Math.max(0, found.score());
            x += weight * found.x();
            y += weight * found.y();
            sum += weight;
        }
        return sum > 0 ? new Keypoint(x / sum, y / sum, sum) : new Keypoint(0, 0, 0);
    }
}
