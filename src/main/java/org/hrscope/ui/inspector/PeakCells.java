package org.hrscope.ui.inspector;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.pixels.ColourScale;
import org.hrscope.ui.common.FixedWidth;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.inspector.Leaders.Line;
import org.hrscope.ui.maps.CellInk;

/// The cells around a heatmap's peak as squares, with their values where marks and lines leave room. FX thread.
///
/// @param first,top column and row of the upper left one in the heatmap
/// @param at        where on the canvas
record PeakCells(FeatureMaps values, int first, int top, ColourScale colours, Rectangle2D at) {
    /// Between a value and the border of its cell, in pixels.
    private static final double INSET = 5;

    /// Where a value may stand in its cell, in thirds, the usual ones first.
    private static final int[][] PLACES = {
        {0, 0}, {2, 0}, {0, 2}, {2, 2}, {1, 0}, {1, 2}, {0, 1}, {2, 1}, {1, 1}
    };

    /// Width of a digit over the font's size.
    private static final double DIGIT = 0.602;

    /// A text like `0.92`.
    private record Digits(double half, double high) {
        Rectangle2D in(Rectangle2D cell, int[] place) {
            double across = cell.getWidth() - 2 * INSET - 2 * half;
            double down = cell.getHeight() - 2 * INSET - high;
            return new Rectangle2D(
                    cell.getMinX() + INSET + across * place[0] / 2,
                    cell.getMinY() + INSET + down * place[1] / 2,
                    2 * half,
                    high);
        }
    }

    /// Width of one in pixels.
    double side() {
        return at.getWidth() / Math.max(values.width(), values.height());
    }

    /// Inside the square, also where a decoder went astray.
    Point2D at(Keypoint place) {
        double x = at.getMinX() + (place.x() - first + 0.5) * side();
        double y = at.getMinY() + (place.y() - top + 0.5) * side();
        return new Point2D(
                Math.clamp(x, at.getMinX(), at.getMaxX()),
                Math.clamp(y, at.getMinY(), at.getMaxY()));
    }

    private Rectangle2D cell(int index) {
        double x = at.getMinX() + index % values.width() * side();
        double y = at.getMinY() + index / values.width() * side();
        return new Rectangle2D(x, y, side(), side());
    }

    private Color colour(int index) {
        int argb = colours.argb(values.values()[index]);
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    void paint(GraphicsContext to) {
        for (int i = 0; i < values.cells(); i++) {
            Rectangle2D cell = cell(i);
            to.setFill(colour(i));
            to.fillRect(cell.getMinX(), cell.getMinY(), Math.ceil(side()), Math.ceil(side()));
        }
    }

    /// The values: all in the same place in their cells as far as that one is free.
    ///
    /// @param marks middles of what is marked
    /// @param lines to their labels
    void number(GraphicsContext to, List<Point2D> marks, List<Line> lines) {
        double high = Math.min(12, side() * 0.22);
        Digits number = new Digits(4 * DIGIT * high / 2, high);
        to.setFont(FixedWidth.font(high));
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.CENTER);
        double[][] free = new double[values.cells()][PLACES.length];
        for (int i = 0; i < free.length; i++) {
            for (int place = 0; place < PLACES.length; place++)
                free[i][place] = free(number.in(cell(i), PLACES[place]), marks, lines);
        }
        int usual = usual(free);
        for (int i = 0; i < free.length; i++) {
            int place = free[i][usual] >= 1 ? usual : best(free[i]);
            Rectangle2D text = number.in(cell(i), PLACES[place]);
            double x = text.getMinX() + number.half;
            double y = text.getMinY() + number.high / 2;
            String digits = Texts.format("%.2f", values.values()[i]);
            to.setStroke(colour(i));
            to.setLineWidth(2);
            to.strokeText(digits, x, y);
            to.setFill(CellInk.on(colour(i)));
            to.fillText(digits, x, y);
        }
    }

    /// The place that is free in most cells.
    private static int usual(double[][] free) {
        double[] count = new double[PLACES.length];
        for (double[] cell : free) {
            for (int place = 0; place < count.length; place++) if (cell[place] >= 1) count[place]++;
        }
        return best(count);
    }

    /// The first of the largest.
    private static int best(double[] of) {
        int best = 0;
        for (int i = 1; i < of.length; i++) if (of[i] > of[best]) best = i;
        return best;
    }

    /// From a text to the nearest mark or line, in pixels; below 0 where one would hide it.
    private static double free(Rectangle2D text, List<Point2D> marks, List<Line> lines) {
        double least = Double.MAX_VALUE;
        for (Point2D mark : marks)
            least = Math.min(least, away(text, mark) - DecoderMark.RADIUS - 2);
        for (Line line : lines) {
            for (double part = 0; part <= 1; part += 1 / 16.0) {
                Point2D on = line.from().interpolate(line.to(), part);
                least = Math.min(least, away(text, on) - 2);
            }
        }
        return least;
    }

    private static double away(Rectangle2D text, Point2D from) {
        double x =
                Math.max(0, Math.max(text.getMinX() - from.getX(), from.getX() - text.getMaxX()));
        double y =
                Math.max(0, Math.max(text.getMinY() - from.getY(), from.getY() - text.getMaxY()));
        return Math.hypot(x, y);
    }
}
