package org.hrscope.motion;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;

/// Smooths one person's joints, with a one-euro filter per coordinate. Speeds are relative to the height of the
/// person's box, so that the same parameters suit near and far. Scores are unchanged. One thread.
public final class PoseSmoothing {
    /// Joints below this score may be anywhere: the filter restarts when they reappear.
    private static final double SEEN = 0.2;

    /// All filters restart after a longer gap.
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

    /// The smoothed pose.
    ///
    /// @param nanos source time of the frame; if it is not later than the last one, all filters restart
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
