package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What sweeps over several frames say together. One thread.
public final class SweepTable {
    private final Map<Key, List<JointEffect>> effects = new LinkedHashMap<>();
    private int frames;

    private record Key(String gate, int joint) {}

    /// A gate cut, and one joint; means over the frames. What has no mean is not a number.
    ///
    /// @param pixels,cells how far the joint moves, over the frames that have it before and after
    /// @param lost         the frames in which the joint goes
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
                effects.computeIfAbsent(new Key(gate.name(), each.joint()), _ -> new ArrayList<>())
                        .add(each);
            }
        });
    }

    public int frames() {
        return frames;
    }

    /// Where most is lost first, then the largest movement.
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        effects.forEach((key, each) ->
                rows.add(
                        new Row(
                                key.gate,
                                key.joint,
                                mean(each, JointEffect::pixels),
                                mean(each, JointEffect::cells),
                                mean(each, JointEffect::before),
                                mean(each, JointEffect::after),
                                (int) each.stream().filter(JointEffect::lost).count())));
        rows.sort(
                Comparator.comparingInt(Row::lost)
                        .thenComparingDouble(row -> Double.isNaN(row.cells) ? 0 : row.cells)
                        .reversed());
        return rows;
    }

    private static double mean(List<JointEffect> effects, ToDoubleFunction<JointEffect> of) {
        DoubleSummaryStatistics all =
                effects.stream().mapToDouble(of).filter(Double::isFinite).summaryStatistics();
        return all.getCount() == 0 ? Double.NaN : all.getAverage();
    }
}
