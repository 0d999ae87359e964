package org.hrscope.ui.network;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.ablation.Gate;
import org.hrscope.ui.lab.Cuts;
import org.hrscope.ui.lab.InnerGains;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.lab.SweepResult;
import org.jspecify.annotations.Nullable;

/// What the lab writes on the map: gains that are not 1, and how much each path matters. Immutable.
///
/// @param gains     by node
/// @param strengths of a node's path, 0..1; empty without a sweep
record MapMarks(Map<MapNode, Mark> gains, Map<MapNode, Double> strengths) {
    static final MapMarks NONE = new MapMarks(Map.of(), Map.of());

    /// @param gain   of the node itself; 1 where only parts of it are changed
    /// @param parts  how many of its channels and inner blocks are changed
    /// @param silent how many of its channels are cut in the values shown, which may be the whole network's
    record Mark(float gain, int parts, int silent) {
        boolean cut() {
            return gain == 0;
        }

        /// Whether nothing comes out of it in the values shown.
        boolean inEffect() {
            return cut() && silent > 0;
        }

        /// Short enough for a bead.
        String text() {
            if (gain == 1) return "×" + parts;
            String number = Float.toString(Math.round(gain * 100) / 100f);
            return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        }
    }

    /// @param shown the gains in the values shown
    /// @param joint whose paths are shown, or all
    static MapMarks of(MapLayout map, Lab lab, Gains shown, int joint) {
        Cuts cuts = lab.cuts();
        InnerGains inner = new InnerGains(cuts, shown);
        SweepResult swept =
                lab.sweep().onMapProperty().get() ? lab.sweep().job().resultProperty().get() : null;
        Map<MapNode, Mark> gains = new HashMap<>();
        if (!cuts.noneProperty().get()) {
            for (MapNode node : map.nodes()) {
                Mark mark = mark(node, cuts, inner);
                if (mark != null) gains.put(node, mark);
            }
        }
        Map<MapNode, Double> strengths = new HashMap<>();
        if (swept != null) {
            Map<String, Double> named = swept.strengths(joint, lab.sweep().measureProperty().get());
            for (MapNode node : map.nodes()) {
                Gate gate = node.bead() ? cuts.gate(node.name()).orElse(null) : null;
                Double strength = gate == null ? null : named.get(gate.name());
                if (strength != null) strengths.put(node, strength);
            }
        }
        return new MapMarks(Map.copyOf(gains), Map.copyOf(strengths));
    }

    private static @Nullable Mark mark(MapNode node, Cuts cuts, InnerGains shown) {
        Gate own = cuts.gate(node.name()).orElse(null);
        float gain = own == null ? 1 : cuts.gain(own, OptionalInt.empty());
        int parts = 0;
        for (Gain each : cuts.gainsProperty().get().changed()) {
            Gate gate = cuts.gate(each.name()).orElse(null);
            if (gate == null || !node.values().contains(gate.at().value())) continue;
            boolean itself = gate.equals(own) && each.channel().isEmpty();
            if (!itself) parts++;
        }
        return gain == 1 && parts == 0 ? null : new Mark(gain, parts, shown.silent(node.name()));
    }
}
