package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final double LEAST = 0.3;

    /// Brute force over all assignments.
    private static double greatest(double[][] likeness, int row, boolean[] taken) {
        if (row == likeness.length) return 0;
        double best = greatest(likeness, row + 1, taken);
        for (int c = 0; c < taken.length; c++) {
            if (taken[c] || likeness[row][c] < LEAST) continue;
            taken[c] = true;
            best = Math.max(best, likeness[row][c] + greatest(likeness, row + 1, taken));
            taken[c] = false;
        }
        return best;
    }

    private static double sum(double[][] likeness, int[] columnOf) {
        return IntStream.range(0, columnOf.length)
                .filter(r -> columnOf[r] != Assignment.NOBODY)
                .mapToDouble(r -> likeness[r][columnOf[r]])
                .sum();
    }

    private static void isAMatching(double[][] likeness, int[] columnOf) {
        assertThat(columnOf).hasSize(likeness.length);
        int[] used = Arrays.stream(columnOf).filter(c -> c != Assignment.NOBODY).toArray();
        assertThat(used).doesNotHaveDuplicates();
        for (int r = 0; r < columnOf.length; r++) {
            if (columnOf[r] == Assignment.NOBODY) continue;
            assertThat(likeness[r][columnOf[r]]).isGreaterThanOrEqualTo(LEAST);
        }
    }

    @Test
    void noWayIsBetter() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            int rows = 1 + random.nextInt(6);
            int columns = 1 + random.nextInt(6);
            // Coarse values produce ties.
            int steps = run % 2 == 0 ? 5 : 1_000_000;
            double[][] likeness = new double[rows][columns];
            for (double[] row : likeness) {
                Arrays.setAll(row, _ -> random.nextInt(steps + 1) / (double) steps);
            }
            int[] columnOf = Assignment.best(likeness, LEAST);
            isAMatching(likeness, columnOf);
            assertThat(sum(likeness, columnOf))
                    .as(Arrays.deepToString(likeness))
                    .isCloseTo(greatest(likeness, 0, new boolean[columns]), within(1e-9));
        }
    }

    /// Greedy is not optimal: the first row must yield.
    @Test
    void greedIsNotEnough() {
        double[][] likeness = {{0.9, 0.8}, {0.85, 0.0}};
        assertThat(Assignment.best(likeness, LEAST)).containsExactly(1, 0);
    }

    /// Forty by forty with a planted optimum: pairs of a hidden permutation have similarity 0.9, all others less.
    @Test
    void fortyPeople() {
        Random random = new Random(3);
        for (int run = 0; run < 50; run++) {
            int size = 40;
            List<Integer> order =
                    new java.util.ArrayList<>(IntStream.range(0, size).boxed().toList());
            Collections.shuffle(order, random);
            double[][] likeness = new double[size][size];
            for (int r = 0; r < size; r++) {
                for (int c = 0; c < size; c++) likeness[r][c] = 0.89 * random.nextDouble();
                likeness[r][order.get(r)] = 0.9;
            }
            assertThat(Assignment.best(likeness, LEAST))
                    .containsExactly(order.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /// Optimality certificate: row and column prices that add up to the total and are nowhere below a similarity.
    /// Computed from the assignment itself, as longest paths through its exchanges (Bellman-Ford).
    @Test
    void fortyPeopleAtRandomAreOptimalByTheirPrices() {
        Random random = new Random(5);
        for (int run = 0; run < 20; run++) {
            int size = 40;
            double[][] likeness = new double[size][size];
            for (double[] row : likeness) {
                Arrays.setAll(row, _ -> LEAST + (1 - LEAST) * random.nextDouble());
            }
            int[] columnOf = Assignment.best(likeness, LEAST);
            isAMatching(likeness, columnOf);
            assertThat(columnOf).doesNotContain(Assignment.NOBODY);
            double[] gain = new double[size];
            for (int round = 0; round < size; round++) {
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < size; b++) {
                        double swap = likeness[a][columnOf[b]] - likeness[a][columnOf[a]];
                        gain[b] = Math.max(gain[b], gain[a] + swap);
                    }
                }
            }
            // A further round changes something only if a cycle of exchanges gains.
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    double swap = likeness[a][columnOf[b]] - likeness[a][columnOf[a]];
                    assertThat(gain[a] + swap).isLessThanOrEqualTo(gain[b] + 1e-9);
                }
            }
        }
    }

    @Test
    void nobodyAndNothing() {
        assertThat(Assignment.best(new double[0][0], LEAST)).isEmpty();
        assertThat(Assignment.best(new double[2][0], LEAST)).containsOnly(Assignment.NOBODY);
        double[][] unlike = {{0.29, Double.NaN}, {0, -1}};
        assertThat(Assignment.best(unlike, LEAST)).containsOnly(Assignment.NOBODY);
    }
}
