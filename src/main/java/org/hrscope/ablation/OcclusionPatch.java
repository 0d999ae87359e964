package org.hrscope.ablation;

import org.hrscope.domain.Problem;

/// A square that is moved over a crop. Crop pixels.
///
/// @param size   its side
/// @param stride from one place to the next; places cover the whole crop
public record OcclusionPatch(int size, int stride) {
    /// Each position costs one network run.
    public static final int MOST_PLACES = 1600;

    /// @throws IllegalArgumentException if one of them is not positive
    public OcclusionPatch {
        if (size < 1 || stride < 1) throw new IllegalArgumentException(size + " " + stride);
    }

    /// A patch that overlaps its neighbours by half.
    public static OcclusionPatch of(int size) {
        return new OcclusionPatch(size, Math.max(1, size / 2));
    }

    public int columns(int width) {
        return (width + stride - 1) / stride;
    }

    public int rows(int height) {
        return (height + stride - 1) / stride;
    }

    public int places(int width, int height) {
        return columns(width) * rows(height);
    }

    /// The first covered pixel of a place on one axis; may lie outside.
    public int from(int place) {
        return place * stride + Math.floorDiv(stride - size, 2);
    }

    /// @throws Problem `occlude.patch` if it needs too many runs, or is larger than the crop
    public void check(int width, int height) throws Problem {
        if (size <= Math.max(width, height) && (long) columns(width) * rows(height) <= MOST_PLACES)
            return;
        throw new Problem("occlude.patch", size, width, height, least(width, height));
    }

    /// The smallest patch, overlapping by half, that needs few enough positions.
    private static int least(int width, int height) {
        int size = 2;
        while (of(size).places(width, height) > MOST_PLACES) size += 2;
        return size;
    }
}
