package org.hrscope.ablation;

import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.FeatureMaps;

/// How far each joint's peak falls as a patch slides over the crop. Immutable.
///
/// @param patch  how it was swept
/// @param cells  of each joint's peak on the bare crop, as indices into its heatmap
/// @param peaks  their heights
/// @param falls  one map per joint, one cell per position of the patch: the peak's height minus that of the same
///               heatmap cell while covered; negative where it rises
public record Occlusion(OcclusionPatch patch, int[] cells, float[] peaks, FeatureMaps falls) {

    /// One joint's map.
    public FeatureMaps of(int joint) {
        return falls.channel(joint);
    }

    /// The largest fall of a joint's peak.
    public float largest(int joint) {
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < falls.cells(); i++) {
            most = Math.max(most, falls.values()[joint * falls.cells() + i]);
        }
        return most;
    }

    /// From cells of the maps to crop pixels: a cell's centre is the patch's at that place.
    public AffineTransform2D cellToCrop() {
        double stride = patch.stride();
        double first = patch.from(0) + (patch.size() - 1) / 2.0;
        return AffineTransform2D.scaleThenShift(stride, stride, first, first);
    }
}
