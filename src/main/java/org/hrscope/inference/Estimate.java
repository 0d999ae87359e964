package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Pose;
import org.hrscope.pixels.CropGeometry;

/// One estimated person: the pose in image pixels, the heatmaps it was decoded from, the crop's geometry, and the
/// timings.
public record Estimate(Pose pose, Heatmaps heatmaps, CropGeometry geometry, Times times) {

    /// Nanoseconds per step.
    public record Times(long crop, long infer, long decode) {

        public long total() {
            return crop + infer + decode;
        }
    }
}
