package org.hrscope.ui.lab;

import java.util.Optional;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.Gate;

/// What gains do to the values shown themselves. Some apply on the way to one reader only: those leave the value as it
/// is. Immutable but for what the cuts learn of the network. FX thread.
///
/// @param gains those in the values shown
public record InnerGains(Cuts cuts, Gains gains) {
    /// How many of its channels are cut.
    public int silent(String value) {
        return gate(value).map(gains::silent).orElse(0);
    }

    private Optional<Gate> gate(String value) {
        return cuts.gate(value).filter(gate -> gate.at().into().isEmpty());
    }
}
