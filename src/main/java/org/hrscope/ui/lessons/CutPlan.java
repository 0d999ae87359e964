package org.hrscope.ui.lessons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hrscope.ablation.Gate;
import org.hrscope.ablation.JointEffect;
import org.jspecify.annotations.Nullable;

/// Makes a question of what cutting paths has shown: the path where one joint is hit clearly harder than the others,
/// and four joints to choose from.
final class CutPlan {
    private static final int OPTIONS = 4;

    /// A joint that disappears counts as this many cells.
    private static final double LOST = 30;

    private CutPlan() {}

    /// @param clear joints to choose from, if there are enough
    /// @return null if no path was tried
    static @Nullable Prediction of(Map<Gate, List<JointEffect>> effects, List<Integer> clear) {
        Gate best = null;
        double most = Double.NEGATIVE_INFINITY;
        List<JointEffect> ranked = List.of();
        for (Map.Entry<Gate, List<JointEffect>> each : effects.entrySet()) {
            List<JointEffect> order = ranked(each.getValue(), clear);
            double lead = order.size() < 2 ? -1 : cells(order.get(0)) - cells(order.get(1));
            if (lead <= most) continue;
            most = lead;
            best = each.getKey();
            ranked = order;
        }
        if (best == null || ranked.isEmpty()) return null;
        JointEffect hardest = ranked.getFirst();
        List<JointEffect> shown = new ArrayList<>(spread(ranked));
        shown.sort(Comparator.comparingInt(JointEffect::joint));
        return new Prediction(
                Prediction.Kind.MOVES,
                shown.stream().map(JointEffect::joint).toList(),
                shown.indexOf(hardest),
                best.name(),
                shown.stream().map(effect -> effect.lost() ? Double.NaN : moved(effect)).toList());
    }

    private static List<JointEffect> ranked(List<JointEffect> all, List<Integer> clear) {
        List<JointEffect> chosen =
                all.stream().filter(effect -> clear.contains(effect.joint())).toList();
        return (chosen.size() < OPTIONS ? all : chosen)
                .stream().sorted(JointEffect.LARGEST_FIRST).toList();
    }

    /// The hardest hit, the least, and two between.
    private static List<JointEffect> spread(List<JointEffect> ranked) {
        TreeSet<Integer> places = new TreeSet<>();
        for (int i = 0; i < OPTIONS; i++) places.add(i * (ranked.size() - 1) / (OPTIONS - 1));
        return places.stream().map(ranked::get).toList();
    }

    private static double cells(JointEffect effect) {
        if (effect.lost()) return LOST;
        return Double.isNaN(effect.cells()) ? 0 : effect.cells();
    }

    private static double moved(JointEffect effect) {
        return Double.isNaN(effect.pixels()) ? 0 : effect.pixels();
    }
}
