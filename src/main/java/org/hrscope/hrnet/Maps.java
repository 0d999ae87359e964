package org.hrscope.hrnet;

import org.hrscope.domain.Shape;

/// The shape of a value for one image: `channels` maps of height x width.
public record Maps(int channels, int height, int width) {

    public Shape shape() {
        return Shape.of(1, channels, height, width);
    }

    /// `64x128x96`: channels x height x width
    @Override
    public String toString() {
        return channels + "x" + height + "x" + width;
    }
}
