package org.hrscope.teach;

import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Keypoint;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.onnx.OnnxHead;

/// One crop and what was said of one joint on it. Its equations are set up when they are first asked for, and kept
/// while there is memory: a fit to many clicks only adds them up. Thread-safe.
public final class Example {
    /// The official target: a Gaussian of 2 cells on a map 64 cells high (`JointsDataset.generate_target`).
    private static final double CELLS_A_SIGMA = 32;

    /// How much the joint's own cells count beside all others together. Over six joints of rendered figures 2 found
    /// most; with 0.5 peaks drown in the background, with 20 the background is ignored.
    private static final double PEAK_WEIGHT = 2;

    private final Features features;
    private final List<Click> clicks;
    private final Map<FeatureSet, SoftReference<Ridge>> equations = new EnumMap<>(FeatureSet.class);

    /// @param clicks in heatmap cells, at most one of them present
    public Example(Features features, List<Click> clicks) {
        this.features = features;
        this.clicks = List.copyOf(clicks);
    }

    Features features() {
        return features;
    }

    public List<Click> clicks() {
        return clicks;
    }

    /// Whether the joint is shown, not only said to be absent.
    public boolean shown() {
        return clicks.stream().anyMatch(Click::present);
    }

    /// The weighted samples of this crop. Where the joint is shown, every cell says something; where only its absence
    /// is, only the cells near the clicks do.
    synchronized Ridge equations(FeatureSet set) {
        SoftReference<Ridge> before = equations.get(set);
        Ridge kept = before == null ? null : before.get();
        if (kept != null) return kept;
        Ridge fresh = equations(features.of(set));
        equations.put(set, new SoftReference<>(fresh));
        return fresh;
    }

    /// Frees what was kept for further fits: with all branches of a W48 that is 2 MB.
    public synchronized void forget() {
        equations.clear();
    }

    private Ridge equations(Features features) {
        Ridge ridge = new Ridge(features.channels());
        int cells = features.cells();
        int width = features.width();
        double sigma = features.height() / CELLS_A_SIGMA;
        double spread = 2 * Math.PI * sigma * sigma;
        boolean shown = shown();
        double[] x = new double[features.channels() + 1];
        x[features.channels()] = 1;
        for (int cell = 0; cell < cells; cell++) {
            double target = 0;
            double weight = shown ? 1.0 / cells : 0;
            for (Click click : clicks) {
                double dx = cell % width - click.x();
                double dy = cell / width - click.y();
                double near = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
                if (click.present()) target = near;
                weight += PEAK_WEIGHT * near / spread;
            }
            // Three sigma out a Gaussian is 0.01: adding those cells costs more than they say.
            if (weight < 1e-4 / cells) continue;
            features.at(cell, x);
            ridge.add(x, target, weight);
        }
        return ridge;
    }

    /// How far the peak lies from where the joint was shown, in cells; empty if it was not.
    OptionalDouble distance(OnnxHead.Channel channel, FeatureSet set, Decoder decoder) {
        for (Click click : clicks) {
            if (!click.present()) continue;
            Keypoint found =
                    HeatmapDecoder.of(decoder).decode(features.of(set).through(channel), 0);
            return OptionalDouble.of(Math.hypot(found.x() - click.x(), found.y() - click.y()));
        }
        return OptionalDouble.empty();
    }
}
