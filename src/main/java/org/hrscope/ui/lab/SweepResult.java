package org.hrscope.ui.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ablation.SweepTable;
import org.hrscope.ui.selection.Selection;

/// The effect of cutting each path, on one frame and one person. Immutable.
///
/// @param joints their names
public record SweepResult(long frame, List<String> joints, Map<Gate, List<JointEffect>> effects) {

    /// How the effect of a cut is measured.
    public enum Measure {
        /// How far joints move, in cells of the heatmap; a joint that disappears counts as the farthest.
        MOVEMENT,
        /// How much the peak falls or rises.
        PEAK
    }

    /// The effect of cutting a path on one joint, or on average over all.
    ///
    /// @param lost joints that disappear
    public record Row(
            Gate gate, double pixels, double cells, double before, double after, int lost) {
        double effect(Measure measure) {
            if (measure == Measure.PEAK) return Math.abs(before - after);
            return Double.isNaN(cells) ? 0 : cells;
        }
    }

    public SweepResult {
        joints = List.copyOf(joints);
        effects = new LinkedHashMap<>(effects);
    }

    /// The largest effect first.
    ///
    /// @param joint or [Selection#NONE] for all
    public List<Row> rows(int joint, Measure measure) {
        List<Row> rows = new ArrayList<>();
        effects.forEach((gate, each) -> rows.add(row(gate, of(joint, each))));
        Comparator<Row> larger = Comparator.comparingDouble(row -> row.effect(measure));
        if (measure == Measure.MOVEMENT)
            larger = Comparator.comparingInt(Row::lost).thenComparing(larger);
        rows.sort(larger.reversed());
        return rows;
    }

    private static List<JointEffect> of(int joint, List<JointEffect> all) {
        return joint == Selection.NONE || joint >= all.size() ? all : List.of(all.get(joint));
    }

    private static Row row(Gate gate, List<JointEffect> effects) {
        return new Row(
                gate,
                mean(effects, JointEffect::pixels),
                mean(effects, JointEffect::cells),
                mean(effects, JointEffect::before),
                mean(effects, JointEffect::after),
                (int) effects.stream().filter(JointEffect::lost).count());
    }

    private static double mean(List<JointEffect> effects, ToDoubleFunction<JointEffect> of) {
        return effects.stream()
                .mapToDouble(of)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN);
    }

    /// The effect of each path relative to the largest, 0..1, by the gate's name.
    public Map<String, Double> strengths(int joint, Measure measure) {
        List<Row> rows = rows(joint, measure);
        double most = rows.stream().mapToDouble(row -> row.effect(measure)).max().orElse(0);
        Map<String, Double> strengths = new LinkedHashMap<>();
        for (Row row : rows) {
            boolean gone = measure == Measure.MOVEMENT && row.lost > 0 && joint != Selection.NONE;
            double share = most > 0 ? row.effect(measure) / most : 0;
            strengths.put(row.gate.name(), gone ? 1 : share);
        }
        return strengths;
    }

    /// All paths and joints, for a file.
    SweepTable table() {
        SweepTable table = new SweepTable();
        table.add(effects);
        return table;
    }
}
