package org.hrscope.capture.figure;

import java.util.Arrays;

/// Fills convex shapes with one colour, anti-aliased by coverage; within a row an edge counts as straight. One
/// thread.
final class ConvexFill {
    /// Pixel coordinates refer to pixel centres.
    private static final double MIDDLE = 0.5;

    /// Where the shape begins and ends at the top border of each row of the sheet.
    private final double[] begins;

    private final double[] ends;
    private final Edge left = new Edge(0);
    private final Edge right = new Edge(1);

    /// @param height of the tallest sheet, in pixels
    ConvexFill(int height) {
        begins = new double[height + 1];
        ends = new double[height + 1];
    }

    /// @param x,y    the corners, clockwise on screen, in image pixels; may lie outside the sheet
    /// @param colour 0xFFRRGGBB
    void fill(Sheet sheet, double[] x, double[] y, int colour) {
        int first = 0;
        int last = 0;
        for (int i = 1; i < y.length; i++) {
            if (y[i] < y[first]) first = i;
            if (y[i] > y[last]) last = i;
        }
        int back = y.length - 1;
        Outline outline = new Outline(x, y, first, last);
        trace(sheet, outline, 1, ends);
        trace(sheet, outline, back, begins);
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
            left.lean(upper ? tip : begins[row], lower ? foot : begins[row + 1]);
            right.lean(upper ? tipEnd : ends[row], lower ? footEnd : ends[row + 1]);
            paint(sheet, row, high, colour);
        }
    }

    /// The last of the consecutive corners at the same height as `corner`.
    private static int level(double[] y, int corner, int step) {
        int at = corner;
        int next = (at + step) % y.length;
        while (next != corner && y[next] == y[corner]) {
            at = next;
            next = (at + step) % y.length;
        }
        return at;
    }

    /// A shape by its corners, with the indices of the highest and lowest one.
    private record Outline(double[] x, double[] y, int first, int last) {}

    /// Records where one side of the outline, from the highest corner to the lowest, crosses the row borders.
    ///
    /// @param step from a corner to the next on this side, modulo their number
    private static void trace(Sheet sheet, Outline outline, int step, double[] at) {
        double[] x = outline.x;
        double[] y = outline.y;
        for (int i = outline.first; i != outline.last; ) {
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

    /// An edge within one row, between two columns; a single instance moved from row to row.
    private static final class Edge {
        /// How much of a pixel that lies wholly before the edge belongs to the shape.
        private final int inside;

        private double least;
        private double most;

        Edge(int inside) {
            this.inside = inside;
        }

        /// Coverage does not depend on which way it leans.
        void lean(double from, double to) {
            least = from < to ? from : to;
            most = from < to ? to : from;
        }

        /// How much of the row left of column `x` lies beyond the edge.
        double before(double x) {
            if (x <= least) return 0;
            if (x >= most) return x - (least + most) / 2;
            return (x - least) * (x - least) / (2 * (most - least));
        }
    }

    private void paint(Sheet sheet, int row, double high, int colour) {
        int x = left.least < 0 ? 0 : (int) left.least;
        int stop = right.most < sheet.width ? (int) right.most + 1 : sheet.width;
        if (x >= stop) return;
        sheet.need(row, x, stop);
        int full = Math.min((int) right.least, stop);
        int solid = Math.max(x, (int) Math.ceil(left.most));
        if (high < 1 || solid >= full) {
            edge(sheet, row, x, stop, high, colour);
        } else {
            side(sheet, row, x, solid, left, colour);
            int at = row * sheet.width;
            Arrays.fill(sheet.pixels, at + solid, at + full, colour);
            side(sheet, row, full, stop, right, colour);
        }
    }

    /// One side of a row of full height that is solid between its sides.
    private static void side(Sheet sheet, int row, int from, int to, Edge edge, int colour) {
        int[] pixels = sheet.pixels;
        int at = row * sheet.width;
        double before = edge.before(from);
        for (int x = from; x < to; x++) {
            double now = edge.before(x + 1);
            double covered = Math.abs(edge.inside - (now - before));
            int keep = Colour.ALL - (int) (covered * Colour.ALL + 0.5);
            pixels[at + x] = Colour.mixed(pixels[at + x], colour, keep);
            before = now;
        }
    }

    private void edge(Sheet sheet, int row, int from, int to, double high, int colour) {
        int[] pixels = sheet.pixels;
        int at = row * sheet.width;
        double before = left.before(from) - right.before(from);
        for (int x = from; x < to; x++) {
            double now = left.before(x + 1) - right.before(x + 1);
            int keep = Colour.ALL - (int) ((now - before) * high * Colour.ALL + 0.5);
            pixels[at + x] = Colour.mixed(pixels[at + x], colour, keep);
            before = now;
        }
    }
}
