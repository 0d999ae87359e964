package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.figure.Camera.Spot;
import org.hrscope.domain.Keypoint;

/// One figure in a picture: how it is held and from where it is seen.
///
/// @param who the same from picture to picture, from 0
record Member(int who, Body body, Camera camera) {

    /// Where the joints are, in COCO order and picture pixels; score 1, or 0 for those of the face that are behind the
    /// head. Arms and legs behind the body count as known, as in the figures the bundled network was taught with.
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
