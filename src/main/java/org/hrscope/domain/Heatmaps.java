package org.hrscope.domain;

/// What the network gives for one crop: K maps of height x width, values in KHW order, one float a cell, no sigmoid.
/// The array is not to be written to.
public record Heatmaps(int joints, int height, int width, float[] values) {

    public Heatmaps {
        if (values.length != joints * height * width) {
            throw new IllegalArgumentException(
                    "%d values are not %dx%dx%d".formatted(values.length, joints, height, width));
        }
    }

    public float at(int joint, int y, int x) {
        return values[(joint * height + y) * width + x];
    }

    /// The index in [#values] of a joint's first value.
    public int offset(int joint) {
        return joint * height * width;
    }
}
