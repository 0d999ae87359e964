package org.hrscope.ablation;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.onnx.OnnxGraph;

/// What a cut costs against a plain run of the inspecting session, in turns, and all paths together: `MODEL.onnx ...`.
/// Both as the window runs them, on one thread where there are few cores: its processor time counts, so that what else
/// the machine does matters less.
public final class CutPace {
    private static final int ROUNDS = 15;

    private CutPace() {}

    public static void main(String[] arguments) throws Exception {
        for (String argument : arguments) measure(Path.of(argument));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void measure(Path file) throws Exception {
        ModelFile model;
        try (PoseModel live = new ModelOpener(ModelProfile.named("imagenet")).open(file)) {
            model = live.file();
        }
        OnnxGraph graph = model.graph();
        Shape shape = model.info().inputShape();
        Tensor input = Inputs.noise(shape.size(2), shape.size(3));
        String output = model.info().output();
        double[] plain = new double[ROUNDS];
        double[] cut = new double[ROUNDS];
        long start = cpu();
        try (InnerSession session = InnerSession.beside(model, graph, List.of());
                CutSession gated = CutSession.beside(model, List.of())) {
            System.out.printf(
                    "%s: opened in %.0f ms, %d gates%n",
                    file, (cpu() - start) / 1e6, gated.gates().all().size());
            session.feed(input);
            gated.feed(input);
            List<Gate> gates = gated.gates().all();
            for (int i = -3; i < ROUNDS; i++) {
                start = cpu();
                session.run(List.of(output));
                if (i >= 0) plain[i] = (cpu() - start) / 1e6;
                Gains gains = Gains.NONE.with(gates.get((i + 3) * 5 % gates.size()).name(), 0);
                start = cpu();
                gated.heatmaps(gains);
                if (i >= 0) cut[i] = (cpu() - start) / 1e6;
            }
            Arrays.sort(plain);
            Arrays.sort(cut);
            System.out.printf(
                    "plain %.1f ms, cut %.1f ms: median ratio %.3f, least %.3f%n",
                    plain[ROUNDS / 2],
                    cut[ROUNDS / 2],
                    cut[ROUNDS / 2] / plain[ROUNDS / 2],
                    cut[0] / plain[0]);
            List<Gate> paths = gated.gates().paths();
            start = cpu();
            gated.heatmaps(Gains.NONE);
            for (Gate path : paths) gated.heatmaps(Gains.NONE.with(path.name(), 0));
            double all = (cpu() - start) / 1e6;
            start = cpu();
            for (int i = 0; i < ROUNDS; i++) session.run(List.of(output));
            double one = (cpu() - start) / 1e6 / ROUNDS;
            System.out.printf("%d paths: %.1f plain runs%n", paths.size(), all / one);
        }
    }
}
