package org.hrscope.motion;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;

/// One person's joints, each coordinate by a one-euro filter of its own. Speeds are measured by the height of the
/// person's box, so that the same settings do for near and far. Scores stay as they are. One thread.
public final class PoseSmoothing {
    /// Below this score a joint lies anywhere: it is begun anew when it is seen again.
    private static final double SEEN = 0.2;

    /// After a longer pause everything is begun anew.
    private static final double PAUSE_SECONDS = 0.5;

    private static final double NANOS = 1e9;

    private final List<Joint> joints = new ArrayList<>();
    private long lastNanos;

    private static final class Joint {
        private OneEuroFilter x = new OneEuroFilter();
        private OneEuroFilter y = new OneEuroFilter();

        void restart() {
            x = new OneEuroFilter();
            y = new OneEuroFilter();
        }
    }

    /// The pose smoothed.
    ///
    /// @param nanos when it was seen, in the source's time; one that is not later begins anew
    public Pose next(Pose pose, long nanos, OneEuro settings) {
        double seconds = (nanos - lastNanos) / NANOS;
        lastNanos = nanos;
        if (!(seconds > 0) || seconds > PAUSE_SECONDS) joints.clear();
        while (joints.size() < pose.keypoints().size()) joints.add(new Joint());
        double size = size(pose.box());
        List<Keypoint> smoothed = new ArrayList<>();
        for (int i = 0; i < pose.keypoints().size(); i++) {
            Keypoint raw = pose.keypoints().get(i);
            Joint joint = joints.get(i);
            if (!(raw.score() >= SEEN)) {
                joint.restart();
                smoothed.add(raw);
                continue;
            }
            smoothed.add(
                    new Keypoint(
                            joint.x.next(raw.x(), seconds, size, settings),
                            joint.y.next(raw.y(), seconds, size, settings),
                            raw.score()));
        }
        return new Pose(smoothed, pose.box());
    }

    private static double size(BoundingBox box) {
        return Math.max(1, Math.max(box.width(), box.height()));
    }
}
