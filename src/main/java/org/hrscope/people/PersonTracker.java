package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// Tracks one person: the next frame's box is that of the last pose's confident joints, enlarged; the whole image
/// if there is no such pose. One thread.
public final class PersonTracker {
    /// Joints below this score do not locate the person.
    private static final double SURE = 0.3;

    /// Share of joints that must be confident for tracking to continue: on plain black the bundled network is
    /// confident of 8 in 17.
    private static final double ENOUGH = 0.5;

    /// Weight of the new box in each step, so that one wrong joint does not throw the crop off.
    private static final double AGILITY = 0.6;

    private @Nullable BoundingBox last;

    /// The box to crop in a frame of this size.
    public BoundingBox next(int width, int height) {
        BoundingBox box = last;
        if (box != null && box.clippedTo(width, height).area() > box.area() / 4) return box;
        return BoundingBox.wholePicture(width, height);
    }

    /// Whether the last pose was confident enough to keep tracking.
    public boolean following() {
        return last != null;
    }

    /// The pose found in the box from [#next], by [org.hrscope.inference.Estimate#judged()].
    public void saw(Pose pose) {
        List<Keypoint> sure = pose.keypoints().stream().filter(k -> k.score() >= SURE).toList();
        if (sure.size() < ENOUGH * pose.keypoints().size() || sure.size() < 2) {
            last = null;
            return;
        }
        BoundingBox seen = Boxes.round(sure);
        last = last == null ? seen : last.towards(seen, AGILITY);
    }
}
