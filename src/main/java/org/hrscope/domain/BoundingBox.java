package org.hrscope.domain;

/// A rectangle in picture pixels: left, top, width, height, as in COCO's `bbox`.
public record BoundingBox(double x, double y, double width, double height) {

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

    /// The same centre, both sides times `factor`.
    public BoundingBox scaled(double factor) {
        return around(centerX(), centerY(), width * factor, height * factor);
    }

    /// The same centre, the shorter side grown until width / height is `aspect` (hrnet `_box2cs`).
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

    /// The part of this box that lies in a picture of the given size; of no area where none does.
    public BoundingBox clippedTo(int pictureWidth, int pictureHeight) {
        double left = Math.clamp(x, 0, pictureWidth);
        double top = Math.clamp(y, 0, pictureHeight);
        double right = Math.clamp(x + width, 0, pictureWidth);
        double bottom = Math.clamp(y + height, 0, pictureHeight);
        return new BoundingBox(left, top, right - left, bottom - top);
    }

    /// The area that both share, of that of both together: 1 where they are the same, 0 where they lie apart ("IoU").
    public double overlap(BoundingBox other) {
        double width = Math.min(x + this.width, other.x + other.width) - Math.max(x, other.x);
        double height = Math.min(y + this.height, other.y + other.height) - Math.max(y, other.y);
        double shared = Math.max(0, width) * Math.max(0, height);
        return shared / (area() + other.area() - shared);
    }
}
