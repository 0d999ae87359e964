package org.hrscope.capture.figure;

/// Draws anti-aliased rounded shapes on a sheet. One thread.
final class Brush {
    /// Shapes with a radius below this many pixels get fewer corners: still within a third of a pixel of round.
    private static final double SMALL = 16;

    private final Directions fine = new Directions(28);
    private final Directions coarse = new Directions(16);
    private final ConvexFill fill;
    private final Sheet sheet;

    /// A projected ball: centre and radius in pixels.
    record Ball(double x, double y, double radius) {
        Ball times(double factor) {
            return new Ball(x, y, radius * factor);
        }

        Ball towards(Ball other, double part) {
            return new Ball(
                    x + (other.x - x) * part,
                    y + (other.y - y) * part,
                    radius + (other.radius - radius) * part);
        }
    }

    /// Directions, clockwise, each with the shape's extreme point in that direction.
    private static final class Directions {
        private final double[] x;
        private final double[] y;
        private final double[] cornersX;
        private final double[] cornersY;

        Directions(int count) {
            x = new double[count];
            y = new double[count];
            cornersX = new double[count];
            cornersY = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = Math.cos(2 * Math.PI * i / count);
                y[i] = Math.sin(2 * Math.PI * i / count);
            }
        }
    }

    /// @param height of the tallest sheet, in pixels
    Brush(Sheet sheet, int height) {
        this.sheet = sheet;
        fill = new ConvexFill(height);
    }

    /// The convex hull of all balls: for two of them, a tapered limb.
    void hull(Colour colour, Ball... balls) {
        hull(colour.argb(), 1, 0, 0, balls);
    }

    /// The same with the radii scaled by `part` and everything moved by (dx, dy).
    private void hull(int colour, double part, double dx, double dy, Ball... balls) {
        Directions directions = largest(balls) * part < SMALL ? coarse : fine;
        double[] x = directions.cornersX;
        double[] y = directions.cornersY;
        for (int i = 0; i < directions.x.length; i++) {
            // The ball that reaches furthest in this direction defines the corner.
            double ux = directions.x[i];
            double uy = directions.y[i];
            double furthest = Double.NEGATIVE_INFINITY;
            for (Ball ball : balls) {
                double reach = ball.x * ux + ball.y * uy + ball.radius * part;
                if (reach > furthest) {
                    furthest = reach;
                    x[i] = ball.x + ux * ball.radius * part + dx;
                    y[i] = ball.y + uy * ball.radius * part + dy;
                }
            }
        }
        fill.fill(sheet, x, y, colour);
    }

    /// A limb: its colour and the balls whose hull it is.
    record Limb(Colour colour, Ball... balls) {}

    /// Hulls in four tones, lit from the upper left. Limbs drawn together blend without a seam.
    void lit(Limb... limbs) {
        for (Tone tone : Tone.values()) {
            for (Limb limb : limbs) {
                double off = tone.off * largest(limb.balls);
                int colour = limb.colour.shade(tone.shade).argb();
                hull(colour, tone.part, -0.5 * off, -0.87 * off, limb.balls);
            }
        }
    }

    private static double largest(Ball... balls) {
        double largest = 0;
        for (Ball ball : balls) largest = Math.max(largest, ball.radius);
        return largest;
    }

    private enum Tone {
        EDGE(1, 0, 0.66),
        SHADOW(0.86, 0.07, 0.86),
        BODY(0.66, 0.15, 0.97),
        LIGHT(0.36, 0.27, 1.07);

        private final double part;
        private final double off;
        private final double shade;

        Tone(double part, double off, double shade) {
            this.part = part;
            this.off = off;
            this.shade = shade;
        }
    }

    /// An ellipse with semi-axes `rx` and `ry`, rotated clockwise.
    void ellipse(
            Colour colour, double middleX, double middleY, double rx, double ry, double radians) {
        Directions directions = Math.max(rx, ry) < SMALL ? coarse : fine;
        double c = Math.cos(radians);
        double s = Math.sin(radians);
        double[] x = directions.cornersX;
        double[] y = directions.cornersY;
        for (int i = 0; i < directions.x.length; i++) {
            double ex = rx * directions.x[i];
            double ey = ry * directions.y[i];
            x[i] = middleX + c * ex - s * ey;
            y[i] = middleY + s * ex + c * ey;
        }
        fill.fill(sheet, x, y, colour.argb());
    }
}
