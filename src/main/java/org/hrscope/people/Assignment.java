package org.hrscope.people;

import java.util.Arrays;

/// Optimal assignment: pairs rows with columns so that the total similarity is maximal. Shortest augmenting paths
/// with dual prices (Jonker and Volgenant, Computing 38, 1987); O(n^3), exact. Stateless, any thread.
final class Assignment {
    /// Unassigned.
    static final int NOBODY = -1;

    private Assignment() {}

    /// @param likeness [row][column], non-negative; NaN counts as 0
    /// @param least    pairs below this similarity are never made, whatever they would add to the total
    /// @return the column of each row, or [#NOBODY]
    static int[] best(double[][] likeness, double least) {
        int rows = likeness.length;
        int columns = rows == 0 ? 0 : likeness[0].length;
        // One extra column per row with similarity 0: any row may stay unassigned.
        double[][] cost = new double[rows][columns + rows];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (likeness[r][c] >= least && likeness[r][c] > 0) cost[r][c] = -likeness[r][c];
            }
        }
        int[] columnOf = new int[rows];
        Arrays.fill(columnOf, NOBODY);
        int[] rowOf = cheapest(cost, columns + rows);
        for (int c = 0; c < columns; c++) {
            int r = rowOf[c];
            if (r != NOBODY && cost[r][c] < 0) columnOf[r] = c;
        }
        return columnOf;
    }

    /// @return the row of each column, or [#NOBODY]; every row gets a column
    private static int[] cheapest(double[][] cost, int columns) {
        int[] rowOf = new int[columns];
        Arrays.fill(rowOf, NOBODY);
        double[] rowPrice = new double[cost.length];
        double[] columnPrice = new double[columns];
        for (int r = 0; r < cost.length; r++) {
            new Path(cost, rowOf, rowPrice, columnPrice).augment(r);
        }
        return rowOf;
    }

    /// Shortest path from a free row to a free column: Dijkstra over reduced costs.
    private static final class Path {
        private final double[][] cost;
        private final int[] rowOf;
        private final double[] rowPrice;
        private final double[] columnPrice;
        private final double[] distance;
        private final int[] before;
        private final boolean[] settled;

        Path(double[][] cost, int[] rowOf, double[] rowPrice, double[] columnPrice) {
            this.cost = cost;
            this.rowOf = rowOf;
            this.rowPrice = rowPrice;
            this.columnPrice = columnPrice;
            distance = new double[rowOf.length];
            before = new int[rowOf.length];
            settled = new boolean[rowOf.length];
            Arrays.fill(distance, Double.POSITIVE_INFINITY);
            Arrays.fill(before, NOBODY);
        }

        void augment(int start) {
            int row = start;
            int column = NOBODY;
            double walked = 0;
            while (row != NOBODY) {
                relax(row, column, walked);
                column = nearest();
                walked = distance[column];
                settled[column] = true;
                row = rowOf[column];
            }
            reprice(start, walked);
            while (column != NOBODY) {
                int previous = before[column];
                rowOf[column] = previous == NOBODY ? start : rowOf[previous];
                column = previous;
            }
        }

        private void relax(int row, int from, double walked) {
            for (int c = 0; c < distance.length; c++) {
                if (settled[c]) continue;
                double there = walked + cost[row][c] - rowPrice[row] - columnPrice[c];
                if (there < distance[c]) {
                    distance[c] = there;
                    before[c] = from;
                }
            }
        }

        private int nearest() {
            int nearest = NOBODY;
            for (int c = 0; c < distance.length; c++) {
                if (settled[c]) continue;
                if (nearest == NOBODY || distance[c] < distance[nearest]) nearest = c;
            }
            return nearest;
        }

        private void reprice(int start, double walked) {
            rowPrice[start] += walked;
            for (int c = 0; c < distance.length; c++) {
                if (!settled[c] || rowOf[c] == NOBODY) continue;
                rowPrice[rowOf[c]] += walked - distance[c];
                columnPrice[c] -= walked - distance[c];
            }
        }
    }
}
