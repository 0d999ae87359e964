package org.hrscope.ablation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.CropGeometry;

/// Cuts one gate after another on what a session is fed with.
public final class Sweep {

    /// Told after each run how many of how many cuts are done; false ends it.
    public interface Progress {
        boolean at(int done, int total);
    }

    private final CutSession session;
    private final List<Gate> gates;

    public Sweep(CutSession session, List<Gate> gates) {
        this.session = session;
        this.gates = List.copyOf(gates);
    }

    /// On the session's thread: one run more than there are gates.
    ///
    /// @param geometry of the crop that the session was fed with
    /// @return in the order of the gates, the joints in theirs; empty where it was ended
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
