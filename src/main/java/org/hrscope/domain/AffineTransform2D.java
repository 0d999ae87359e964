package org.hrscope.domain;

/// (x, y) -> (a x + b y + c, d x + e y + f); pixel centres are integers, as in OpenCV's `warpAffine`.
public record AffineTransform2D(double a, double b, double c, double d, double e, double f) {

    public static final AffineTransform2D IDENTITY = new AffineTransform2D(1, 0, 0, 0, 1, 0);

    /// From pixel centres to a canvas, where pixel i covers i to i + 1.
    public static final AffineTransform2D TO_CANVAS = scaleThenShift(1, 1, 0.5, 0.5);

    /// Scales by (sx, sy), then translates by (tx, ty).
    public static AffineTransform2D scaleThenShift(double sx, double sy, double tx, double ty) {
        return new AffineTransform2D(sx, 0, tx, 0, sy, ty);
    }

    public double x(double x, double y) {
        return a * x + b * y + c;
    }

    public double y(double x, double y) {
        return d * x + e * y + f;
    }

    /// This first, then `next`.
    public AffineTransform2D then(AffineTransform2D next) {
        return new AffineTransform2D(
                next.a * a + next.b * d,
                next.a * b + next.b * e,
                next.x(c, f),
                next.d * a + next.e * d,
                next.d * b + next.e * e,
                next.y(c, f));
    }

    /// Maps a box by a transform without rotation; a mirrored one keeps a positive size.
    public BoundingBox of(BoundingBox area) {
        double x = x(area.x(), area.y());
        double y = y(area.x(), area.y());
        double right = x(area.x() + area.width(), area.y() + area.height());
        double bottom = y(area.x() + area.width(), area.y() + area.height());
        return new BoundingBox(
                Math.min(x, right), Math.min(y, bottom), Math.abs(right - x), Math.abs(bottom - y));
    }

    /// @throws ArithmeticException if the transform is singular
    public AffineTransform2D inverse() {
        double determinant = a * e - b * d;
        if (determinant == 0 || !Double.isFinite(determinant)) {
            throw new ArithmeticException("no inverse: " + this);
        }
        double ia = e / determinant;
        double ib = -b / determinant;
        double id = -d / determinant;
        double ie = a / determinant;
        return new AffineTransform2D(ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f));
    }
}
