package org.hrscope.capture.figure;

import java.util.Arrays;

/// Fills convex shapes with one colour. A pixel at the edge takes as much of the colour as the shape covers of it; within
/// a row an edge counts as straight. One thread.
final class ConvexFill {
    /// A cover, 0 to 1, in steps of the blending.
    private static final int FULL = 256;

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
        Side tip = new Side(x[level(y, first, back)] + shift, x[level(y, first, 1)] + shift);
        Side foot = new Side(x[level(y, last, 1)] + shift, x[level(y, last, back)] + shift);
        int rows = (int) Math.min(Math.ceil(bottom), sheet.height);
        for (int row = (int) Math.max(top, 0); row < rows; row++) {
            boolean upper = row < top;
            boolean lower = row + 1 > bottom;
            double high = (lower ? bottom : row + 1) - (upper ? top : row);
            Side begin =
                    new Side(upper ? tip.least : begins[row], lower ? foot.least : begins[row + 1]);
            Side end = new Side(upper ? tip.most : ends[row], lower ? foot.most : ends[row + 1]);
            paint(sheet, row, begin, end, high, colour);
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

    /// One edge within one row, from column `from` at its upper border to `to` at its lower one.
    private record Side(double least, double most) {
        Side {
            if (least > most) {
                double swapped = least;
                least = most;
                most = swapped;
            }
        }

        /// How much of the row before column `x` lies beyond the edge.
        double before(double x) {
            if (x <= least) return 0;
            if (x >= most) return x - (least + most) / 2;
            return (x - least) * (x - least) / (2 * (most - least));
        }
    }

    private static void paint(Sheet sheet, int row, Side begin, Side end, double high, int colour) {
        int at = row * sheet.width;
        int x = begin.least < 0 ? 0 : (int) begin.least;
        int stop = end.most < sheet.width ? (int) end.most + 1 : sheet.width;
        double before = begin.before(x) - end.before(x);
        while (x < stop) {
            int full = Math.min((int) end.least, stop);
            if (high == 1 && x >= begin.most && x < full) {
                Arrays.fill(sheet.pixels, at + x, at + full, colour);
                x = full;
                before = begin.before(x);
            } else {
                double now = begin.before(x + 1) - end.before(x + 1);
                int keep = FULL - (int) ((now - before) * high * FULL + 0.5);
                sheet.pixels[at + x] = mixed(sheet.pixels[at + x], colour, keep);
                before = now;
                x++;
            }
        }
    }

    private static int mixed(int under, int over, int keep) {
        int rest = FULL - keep;
        int redBlue = ((under & 0xFF00FF) * keep + (over & 0xFF00FF) * rest) >>> 8;
        int green = ((under & 0x00FF00) * keep + (over & 0x00FF00) * rest) >>> 8;
        return 0xFF000000 | redBlue & 0xFF00FF | green & 0x00FF00;
    }
}
