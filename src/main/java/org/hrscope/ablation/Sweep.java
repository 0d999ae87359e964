package org.hrscope.ablation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.CropGeometry;

/// Cuts one gate after another on a session's current input.
public final class Sweep {

    /// Called before each cut and at the end; returning false stops the sweep.
    public interface Progress {
        boolean at(int done, int total);
    }

    private final CutSession session;
    private final List<Gate> gates;

    public Sweep(CutSession session, List<Gate> gates) {
        this.session = session;
        this.gates = List.copyOf(gates);
    }

    /// On the session's thread: one run per gate, plus one.
    ///
    /// @param geometry of the session's current crop
    /// @return per gate, in order, the effect on each joint; empty if stopped
    public Optional<Map<Gate, List<JointEffect>>> run(
            CropGeometry geometry, Decoder decoder, Progress progress) throws Problem {
        Readout whole = Readout.of(session.heatmaps(Gains.NONE), geometry, decoder);
        Map<Gate, List<JointEffect>> effects = new LinkedHashMap<>();
        for (Gate gate : gates) {
            if (!progress.at(effects.size(), gates.size())) return Optional.empty();
            Gains cut = Gains.NONE.with(gate.name(), 0);
            Readout without = Readout.of(session.heatmaps(cut), geometry, decoder);
            effects.put(gate, JointEffect.between(whole, without, geometry));
        }
        progress.at(gates.size(), gates.size());
        return Optional.of(effects);
    }
}
