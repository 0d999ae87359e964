package org.hrscope.domain;

import java.util.List;

/// One person: all K keypoints in skeleton order, low scores included (drawing filters them), and the box of the
/// crop.
public record Pose(List<Keypoint> keypoints, BoundingBox box) {

    public Pose {
        keypoints = List.copyOf(keypoints);
    }
}
