package org.hrscope.ui.network;

import org.hrscope.hrnet.Grown;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.common.Amount;
import org.hrscope.ui.common.GrownText;
import org.hrscope.ui.common.RoundedText;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// A node in words, for tool tips and screen readers.
record NodeText(Texts texts) {
    String kind(MapNode node) {
        return texts.get("network.kind." + node.kind(), node.detail());
    }

    /// Name, kind, channels x height x width, then its cost.
    ///
    /// @param network null before the first one
    String of(MapNode node, @Nullable BlockTimes times, @Nullable OpenedNetwork network) {
        Grown grown = network == null ? null : network.grown();
        RoundedNetwork rounded = network == null ? null : network.rounded();
        StringBuilder text = new StringBuilder(node.name());
        text.append("\n").append(kind(node)).append("\n").append(node.size());
        String untrained = new GrownText(texts, grown).part(node.name());
        if (!untrained.isEmpty()) text.append("\n").append(untrained);
        if (node.parameters() > 0) {
            text.append("\n").append(texts.get("network.parameters", count(node.parameters())));
        }
        if (node.multiplyAdds() > 0) {
            text.append("\n").append(texts.get("network.macs", count(node.multiplyAdds())));
        }
        String noise = new RoundedText(texts, rounded).part(node.name(), node.values());
        if (!noise.isEmpty()) text.append("\n").append(noise);
        if (times != null && times.nanos().containsKey(node.name())) {
            text.append("\n").append(texts.get("network.took", number(times.millis(node))));
            double giga = times.gigaPerSecond(node);
            if (giga > 0) text.append(" · ").append(texts.get("network.rate", number(giga)));
        }
        return text.toString();
    }

    private String count(long value) {
        return new Amount(value).in(texts.language());
    }

    static String number(double value) {
        return Texts.format("%.2f", value);
    }
}
