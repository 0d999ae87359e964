package org.hrscope.ablation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.threads.Job;

/// Cuts each gate in turn, on a session's current input.
public record Sweep(CutSession session, List<Gate> gates) {

    public Sweep {
        gates = List.copyOf(gates);
    }

    /// On the session's thread: one run per gate, plus one.
    ///
    /// @param geometry of the session's current crop
    /// @param progress told before each cut, and at the end
    /// @return per gate, in order, the effect on each joint
    public Map<Gate, List<JointEffect>> run(
            CropGeometry geometry, Decoder decoder, Job.Progress progress)
            throws Problem, InterruptedException {
        Readout whole = Readout.of(session.heatmaps(Gains.NONE), geometry, decoder);
        Map<Gate, List<JointEffect>> effects = new LinkedHashMap<>();
        for (Gate gate : gates) {
            progress.at(effects.size(), gates.size());
            if (Thread.interrupted()) throw new InterruptedException();
            Gains cut = Gains.NONE.with(gate.name(), 0);
            Readout without = Readout.of(session.heatmaps(cut), geometry, decoder);
            effects.put(gate, JointEffect.between(whole, without, geometry));
        }
        progress.at(gates.size(), gates.size());
        return effects;
    }
}
