package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.figure.Camera.Spot;
import org.hrscope.domain.Keypoint;

/// One figure in a frame: its body and the camera that sees it.
///
/// @param who stable across frames, from 0
record Member(int who, Body body, Camera camera) {

    /// The keypoints in COCO order and image pixels. Score 1, or 0 for facial keypoints hidden behind the head;
    /// arms and legs behind the body count as visible, as in the figures the bundled network was trained on.
    List<Keypoint> truth() {
        double head = camera.see(body.head().centre()).depth();
        boolean away = camera.turn().of(body.head().turn().of(Vec3.FRONT)).z() < -0.1;
        List<Keypoint> joints = new ArrayList<>();
        for (Vec3 point : body.joints()) {
            Spot spot = camera.see(point);
            int joint = joints.size();
            boolean hidden = joint < 3 ? away : joint < 5 && spot.depth() < head - 0.06;
            joints.add(new Keypoint(spot.x(), spot.y(), hidden ? 0 : 1));
        }
        return joints;
    }
}
