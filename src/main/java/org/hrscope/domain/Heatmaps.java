package org.hrscope.domain;

import java.util.Arrays;
import java.util.BitSet;

/// The network's output for one crop: K heatmaps of height x width, KHW, one float per cell, no sigmoid. The array
/// must not be modified.
public record Heatmaps(int joints, int height, int width, float[] values) {

    public Heatmaps {
        if (values.length != joints * height * width) {
            throw new IllegalArgumentException(
                    values.length + " values are not " + joints + "x" + height + "x" + width);
        }
    }

    public float at(int joint, int y, int x) {
        return values[(joint * height + y) * width + x];
    }

    /// Index in [#values] of a joint's first value.
    public int offset(int joint) {
        return joint * height * width;
    }

    /// The largest value of these joints in each cell, not below 0.
    ///
    /// @param out height * width values
    public void highest(BitSet joints, float[] out) {
        Arrays.fill(out, 0);
        for (int joint = 0; joint < this.joints; joint++) {
            if (!joints.get(joint)) continue;
            for (int i = 0, from = offset(joint); i < out.length; i++) {
                float value = values[from + i];
                out[i] = value > out[i] ? value : out[i];
            }
        }
    }
}
