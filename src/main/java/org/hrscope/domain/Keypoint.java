package org.hrscope.domain;

/// One joint found: picture pixels and the heatmap's value at its peak (may exceed 1 or be negative).
public record Keypoint(double x, double y, double score) {

    public Keypoint moved(AffineTransform2D by) {
        return new Keypoint(by.x(x, y), by.y(x, y), score);
    }
}
