package org.hrscope.ui.lab;

import java.util.List;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gains.Gain;
import org.hrscope.ablation.Gate;
import org.hrscope.ui.common.Texts;

/// Why a node is not what its inputs make of it, in the window's language.
///
/// @param gains those in the values shown
public record GainText(Texts texts, Cuts cuts, Gains gains) {
    /// Empty where nothing is multiplied.
    public String part(String node) {
        String gate = cuts.gate(node).map(Gate::name).orElse("");
        List<Gain> here =
                gains.changed().stream().filter(gain -> gain.name().equals(gate)).toList();
        if (here.isEmpty()) return "";
        return here.stream()
                .filter(gain -> gain.channel().isEmpty())
                .findFirst()
                .map(gain -> texts.get("inspector.gain", gain.gain()))
                .orElseGet(() -> texts.get("inspector.gain.channels", here.size()));
    }
}
