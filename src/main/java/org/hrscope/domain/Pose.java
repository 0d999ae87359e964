package org.hrscope.domain;

import java.util.List;

/// One person: all K keypoints of the model's skeleton in its order, low scores too (hiding happens when drawing), and
/// the box that the crop was cut from.
public record Pose(List<Keypoint> keypoints, BoundingBox box) {

    public Pose {
        keypoints = List.copyOf(keypoints);
    }

    /// The mean of the keypoints' scores.
    public double score() {
        return keypoints.stream().mapToDouble(Keypoint::score).average().orElse(0);
    }
}
