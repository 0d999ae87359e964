package org.hrscope.export;

import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// One person in an image, as reported in results. Immutable.
///
/// @param boxScore the detection's score; 1 if there is none
/// @param trackId  identifies a person across the frames of a video, from 1; null without tracking
public record FoundPose(Pose pose, double boxScore, @Nullable Integer trackId) {
    /// Joints up to this score do not count (hrnet `TEST.IN_VIS_THRE`).
    private static final double COUNTED = 0.2;

    /// The score used by the official evaluation (hrnet `lib/dataset/coco.py`): the box score times the mean of the
    /// joint scores that count; 0 if none does.
    double score() {
        double joints =
                pose.keypoints().stream()
                        .mapToDouble(Keypoint::score)
                        .filter(score -> score > COUNTED)
                        .average()
                        .orElse(0);
        return boxScore * joints;
    }
}
