package org.hrscope.domain;

/// One keypoint: position in image pixels, and the heatmap's peak value (may exceed 1 or be negative).
public record Keypoint(double x, double y, double score) {

    public Keypoint moved(AffineTransform2D by) {
        return new Keypoint(by.x(x, y), by.y(x, y), score);
    }

    /// Halfway to another one, as sure as the less sure of both.
    public Keypoint halfway(Keypoint to) {
        return new Keypoint((x + to.x) / 2, (y + to.y) / 2, Math.min(score, to.score));
    }

    public double distance(Keypoint to) {
        return Math.hypot(to.x - x, to.y - y);
    }
}
