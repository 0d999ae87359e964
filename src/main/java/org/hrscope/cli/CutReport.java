package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.ablation.CutSession;
import org.hrscope.ablation.Gains;
import org.hrscope.ablation.JointEffect;
import org.hrscope.ablation.PeakShares;
import org.hrscope.ablation.Readout;
import org.hrscope.ablation.Shares;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.InnerSession;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxWeights;
import org.hrscope.onnx.WeightFiles;

/// Tells in tables what gains do to the joints, and where their peaks come from.
record CutReport(Crop crop, PrintWriter out) {
    /// @param session fed with the crop
    void effects(CutSession session, Gains gains) throws Problem {
        List<JointEffect> effects =
                JointEffect.between(
                        read(session, Gains.NONE), read(session, gains), crop.geometry());
        out.printf("%-16s %9s %9s %9s %9s%n", "joint", "moved px", "cells", "peak", "after");
        effects.stream().sorted(JointEffect.LARGEST_FIRST).forEach(this::tell);
    }

    private Readout read(CutSession session, Gains gains) throws Problem {
        return Readout.of(session.heatmaps(gains), crop.geometry(), crop.decoder());
    }

    private void tell(JointEffect effect) {
        boolean placed = Double.isFinite(effect.pixels());
        out.printf(
                "%-16s %9s %9s %9.3f %9.3f%n",
                crop.joint(effect.joint()),
                placed ? PlainWriter.cell("%.1f", effect.pixels()) : effect.lost() ? "lost" : "-",
                placed ? PlainWriter.cell("%.2f", effect.cells()) : "-",
                effect.before(),
                effect.after());
    }

    /// @param gains that apply to the run whose peaks these are
    void shares(Path model, OnnxGraph graph, Gains gains) throws Problem {
        Optional<HrNet> net = HrNetReader.read(graph, crop.input().shape());
        if (net.isPresent()) WeightFiles.refuse(model);
        Map<String, Tensor> weights = OnnxWeights.read(model, Shares::isNeeded);
        Shares shares =
                net.flatMap(known -> Shares.of(known, weights))
                        .orElseThrow(() -> new Problem("shares.none", model));
        int joints = net.orElseThrow().spec().joints();
        if (gains.changed().isEmpty()) {
            try (InnerSession session = InnerSession.of(model, graph, shares.values())) {
                session.feed(crop.input());
                tell(shares, joints, session.run(shares.values()));
            }
        } else {
            List<String> names = new ArrayList<>(shares.values());
            names.addAll(shares.gated());
            try (CutSession session = CutSession.of(model, graph, crop.input().shape(), names)) {
                session.feed(crop.input());
                tell(shares, joints, session.run(gains, names));
            }
        }
    }

    private void tell(Shares shares, int joints, Map<String, Tensor> values) {
        out.printf("%-16s %9s %9s", "joint", "peak", "bias");
        for (int branch = 0; branch < 4; branch++) out.printf("  branch %d      ", branch);
        out.println();
        for (int joint = 0; joint < joints; joint++) tell(shares.at(joint, values));
    }

    private void tell(PeakShares peak) {
        if (!peak.addUp()) {
            out.printf(
                    "%-16s %9.4f  a gain applies to the sum of the branches or behind it%n",
                    crop.joint(peak.joint()), peak.peak());
            return;
        }
        out.printf("%-16s %9.4f %9.4f", crop.joint(peak.joint()), peak.peak(), peak.bias());
        for (double share : peak.shares().values()) {
            out.printf(" %8.4f (%3d %%)", share, Math.round(100 * share / peak.peak()));
        }
        out.println();
    }
}
