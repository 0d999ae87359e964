package org.hrscope.domain;

/// A rectangle in image pixels: left, top, width, height, as in COCO's `bbox`.
public record BoundingBox(double x, double y, double width, double height) {

    /// Farther out, or smaller, and a crop's transform has no inverse; no image comes near.
    private static final double FARTHEST = 1e9;

    private static final double SMALLEST = 1e-6;

    /// Whether something can be cropped from it; false for what is not finite, too.
    public boolean isPlausible() {
        return Math.abs(x) <= FARTHEST
                && Math.abs(y) <= FARTHEST
                && width >= SMALLEST
                && height >= SMALLEST
                && width <= FARTHEST
                && height <= FARTHEST;
    }

    public static BoundingBox wholePicture(int width, int height) {
        return new BoundingBox(0, 0, width, height);
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public double area() {
        return width * height;
    }

    /// Same centre, both sides scaled by `factor`.
    public BoundingBox scaled(double factor) {
        return around(centerX(), centerY(), width * factor, height * factor);
    }

    public BoundingBox moved(double dx, double dy) {
        return new BoundingBox(x + dx, y + dy, width, height);
    }

    /// This share of the way to `other`, in place and size.
    public BoundingBox towards(BoundingBox other, double share) {
        return new BoundingBox(
                x + share * (other.x - x),
                y + share * (other.y - y),
                width + share * (other.width - width),
                height + share * (other.height - height));
    }

    /// Same centre, the shorter side extended until width / height is `aspect` (hrnet `_box2cs`).
    public BoundingBox withAspect(double aspect) {
        return width > aspect * height
                ? around(centerX(), centerY(), width, width / aspect)
                : around(centerX(), centerY(), height * aspect, height);
    }

    public static BoundingBox around(double centerX, double centerY, double width, double height) {
        return new BoundingBox(centerX - width / 2, centerY - height / 2, width, height);
    }

    /// Edges included.
    public boolean contains(double atX, double atY) {
        return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }

    /// Clipped to an image of this size; empty if they do not overlap.
    public BoundingBox clippedTo(int pictureWidth, int pictureHeight) {
        double left = Math.clamp(x, 0, pictureWidth);
        double top = Math.clamp(y, 0, pictureHeight);
        double right = Math.clamp(x + width, 0, pictureWidth);
        double bottom = Math.clamp(y + height, 0, pictureHeight);
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    /// Intersection over union (IoU): 1 if identical, 0 if disjoint.
    public double overlap(BoundingBox other) {
        double width = Math.min(x + this.width, other.x + other.width) - Math.max(x, other.x);
        double height = Math.min(y + this.height, other.y + other.height) - Math.max(y, other.y);
        double shared = Math.max(0, width) * Math.max(0, height);
        return shared / (area() + other.area() - shared);
    }
}
