package org.hrscope.domain;

/// One keypoint: position in image pixels, and the heatmap's peak value (may exceed 1 or be negative).
public record Keypoint(double x, double y, double score) {

    public Keypoint moved(AffineTransform2D by) {
        return new Keypoint(by.x(x, y), by.y(x, y), score);
    }
}
