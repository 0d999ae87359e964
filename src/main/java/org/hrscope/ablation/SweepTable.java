package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Means over the sweeps of several frames, in memory that does not grow with their number. One thread.
public final class SweepTable {
    private final Map<Key, Sums> effects = new LinkedHashMap<>();
    private int frames;

    private record Key(String gate, int joint) {}

    private static final class Sums {
        final DoubleSummaryStatistics pixels = new DoubleSummaryStatistics();
        final DoubleSummaryStatistics cells = new DoubleSummaryStatistics();
        final DoubleSummaryStatistics before = new DoubleSummaryStatistics();
        final DoubleSummaryStatistics after = new DoubleSummaryStatistics();
        int lost;

        void add(JointEffect effect) {
            add(pixels, effect.pixels());
            add(cells, effect.cells());
            add(before, effect.before());
            add(after, effect.after());
            if (effect.lost()) lost++;
        }

        private static void add(DoubleSummaryStatistics to, double value) {
            if (Double.isFinite(value)) to.accept(value);
        }
    }

    /// The effect of cutting one gate on one joint, averaged over the frames; NaN where no frame has a value.
    ///
    /// @param pixels,cells displacement, over the frames that show the joint before and after
    /// @param lost         frames in which the joint disappears
    public record Row(
            String gate,
            int joint,
            double pixels,
            double cells,
            double before,
            double after,
            int lost) {}

    public void add(Map<Gate, List<JointEffect>> sweep) {
        frames++;
        sweep.forEach((gate, joints) -> {
            for (JointEffect each : joints) {
                effects.computeIfAbsent(new Key(gate.name(), each.joint()), _ -> new Sums())
                        .add(each);
            }
        });
    }

    public int frames() {
        return frames;
    }

    /// Joints lost most often first, then by displacement.
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        effects.forEach((key, each) ->
                rows.add(
                        new Row(
                                key.gate,
                                key.joint,
                                mean(each.pixels),
                                mean(each.cells),
                                mean(each.before),
                                mean(each.after),
                                each.lost)));
        rows.sort(
                Comparator.comparingInt(Row::lost)
                        .thenComparingDouble(row -> Double.isNaN(row.cells) ? 0 : row.cells)
                        .reversed());
        return rows;
    }

    private static double mean(DoubleSummaryStatistics all) {
        return all.getCount() == 0 ? Double.NaN : all.getAverage();
    }
}
