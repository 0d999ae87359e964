package org.hrscope.export;

import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// One person of a picture, as results tell of them. Immutable.
///
/// @param boxScore how sure of somebody in the box whoever found it was; 1 where nobody said
/// @param trackId  from 1, the same for one person from frame to frame of a video; null where nobody is followed
public record FoundPose(Pose pose, double boxScore, @Nullable Integer trackId) {
    /// Joints no surer than this do not count (hrnet `TEST.IN_VIS_THRE`).
    private static final double COUNTED = 0.2;

    /// As the official evaluation scores people (hrnet `lib/dataset/coco.py`): the box's score times the mean of the
    /// joints' that count; 0 where none does.
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
