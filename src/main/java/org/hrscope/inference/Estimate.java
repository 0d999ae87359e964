package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Pose;
import org.hrscope.pixels.CropGeometry;

/// One estimated person: the pose in image pixels, the heatmaps it was decoded from, the crop's geometry, and the
/// timings.
///
/// @param judged the same joints with the scores that they have without the flip test. Whether somebody is there is
///     judged by these: its means have lower peaks, and the thresholds were chosen without it
public record Estimate(
        Pose pose, Pose judged, Heatmaps heatmaps, CropGeometry geometry, Times times) {

    /// Without the flip test.
    public Estimate(Pose pose, Heatmaps heatmaps, CropGeometry geometry, Times times) {
        this(pose, pose, heatmaps, geometry, times);
    }

    /// Nanoseconds per step.
    public record Times(long crop, long infer, long decode) {

        public long total() {
            return crop + infer + decode;
        }
    }
}
