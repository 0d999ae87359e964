package org.hrscope.capture.figure;

import java.util.Arrays;

/// Fills convex shapes with one colour. A pixel at the edge takes as much of the colour as the shape covers of it; within
/// a row an edge counts as straight. One thread.
final class ConvexFill {
    /// A pixel's own coordinates are those of its middle.
    private static final double MIDDLE = 0.5;

    /// Where the shape begins and ends at the upper border of each row of the sheet.
    private final double[] begins;

    private final double[] ends;

    /// @param height of the highest sheet, pixels
    ConvexFill(int height) {
        begins = new double[height + 1];
        ends = new double[height + 1];
    }

    /// @param x,y    the corners clockwise as they are seen, picture pixels; may lie beyond the sheet
    /// @param colour 0xFFRRGGBB
    void fill(Sheet sheet, double[] x, double[] y, int colour) {
        int first = 0;
        int last = 0;
        for (int i = 1; i < y.length; i++) {
            if (y[i] < y[first]) first = i;
            if (y[i] > y[last]) last = i;
        }
        int back = y.length - 1;
        trace(sheet, x, y, first, last, 1, ends);
        trace(sheet, x, y, first, last, back, begins);
        double top = y[first] + MIDDLE - sheet.top;
        double bottom = y[last] + MIDDLE - sheet.top;
        double shift = MIDDLE - sheet.left;
        double tip = x[level(y, first, back)] + shift;
        double tipEnd = x[level(y, first, 1)] + shift;
        double foot = x[level(y, last, 1)] + shift;
        double footEnd = x[level(y, last, back)] + shift;
        int rows = (int) Math.min(Math.ceil(bottom), sheet.height);
        for (int row = (int) Math.max(top, 0); row < rows; row++) {
            boolean upper = row < top;
            boolean lower = row + 1 > bottom;
            double high = (lower ? bottom : row + 1) - (upper ? top : row);
            double a = upper ? tip : begins[row];
            double b = lower ? foot : begins[row + 1];
            double c = upper ? tipEnd : ends[row];
            double d = lower ? footEnd : ends[row + 1];
            // Which way an edge leans does not matter to what it covers.
            paint(
                    sheet,
                    row,
                    a < b ? a : b,
                    a < b ? b : a,
                    c < d ? c : d,
                    c < d ? d : c,
                    high,
                    colour);
        }
    }

    /// The last corner of those as high as `corner` that follow it.
    private static int level(double[] y, int corner, int step) {
        int at = corner;
        int next = (at + step) % y.length;
        while (next != corner && y[next] == y[corner]) {
            at = next;
            next = (at + step) % y.length;
        }
        return at;
    }

    /// Notes where the way from the corner `first` to the corner `last` crosses from row to row.
    private static void trace(
            Sheet sheet, double[] x, double[] y, int first, int last, int step, double[] at) {
        for (int i = first; i != last; ) {
            int next = (i + step) % x.length;
            double y0 = y[i] + MIDDLE - sheet.top;
            double y1 = Math.min(y[next] + MIDDLE - sheet.top, sheet.height);
            double slope = y0 < y1 ? (x[next] - x[i]) / (y[next] - y[i]) : 0;
            for (int row = (int) Math.ceil(Math.max(y0, 0)); row <= y1; row++) {
                at[row] = x[i] + MIDDLE - sheet.left + (row - y0) * slope;
            }
            i = next;
        }
    }

    /// How much of a row before column `x` lies beyond an edge that leans from column `least` to column `most` there.
    private static double beyond(double x, double least, double most) {
        if (x <= least) return 0;
        if (x >= most) return x - (least + most) / 2;
        return (x - least) * (x - least) / (2 * (most - least));
    }

    /// @param a,b between which columns the row's left edge lies
    /// @param c,d between which its right edge
    private static void paint(
            Sheet sheet, int row, double a, double b, double c, double d, double high, int colour) {
        int at = row * sheet.width;
        int x = a < 0 ? 0 : (int) a;
        int stop = d < sheet.width ? (int) d + 1 : sheet.width;
        double before = beyond(x, a, b) - beyond(x, c, d);
        while (x < stop) {
            int full = Math.min((int) c, stop);
            if (high == 1 && x >= b && x < full) {
                Arrays.fill(sheet.pixels, at + x, at + full, colour);
                x = full;
                before = beyond(x, a, b);
            } else {
                double now = beyond(x + 1, a, b) - beyond(x + 1, c, d);
                int keep = Colour.ALL - (int) ((now - before) * high * Colour.ALL + 0.5);
                sheet.pixels[at + x] = Colour.mixed(sheet.pixels[at + x], colour, keep);
                before = now;
                x++;
            }
        }
    }
}
