package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Pose;
import org.hrscope.pixels.CropGeometry;

/// One person estimated: the pose in picture pixels, the maps it was read off, where the crop lay, and what it took.
public record Estimate(Pose pose, Heatmaps heatmaps, CropGeometry geometry, Times times) {

    /// Nanoseconds of each step.
    public record Times(long crop, long infer, long decode) {

        public long total() {
            return crop + infer + decode;
        }
    }
}
