package org.hrscope.teach;

import java.util.List;
import java.util.OptionalDouble;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Keypoint;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.onnx.OnnxHead;

/// One crop and what was said of one joint on it. Immutable.
///
/// @param clicks at most one of them present
public record Example(Features features, List<Click> clicks) {
    /// The official target: a Gaussian of 2 cells on a map 64 cells high (`JointsDataset.generate_target`).
    private static final double CELLS_A_SIGMA = 32;

    /// How much the joint's own cells count beside all others together. Over six joints of rendered figures 2 found most;
    /// with 0.5 peaks drown in the background, with 20 the background is ignored.
    private static final double PEAK_WEIGHT = 2;

    public Example {
        clicks = List.copyOf(clicks);
    }

    /// Whether the joint is shown, not only said to be absent.
    public boolean shown() {
        return clicks.stream().anyMatch(Click::present);
    }

    /// The weighted samples of this crop. Where the joint is shown, every cell says something; where only its absence is,
    /// only the cells near the clicks do.
    Ridge equations() {
        Ridge ridge = new Ridge(features.channels());
        int cells = features.cells();
        double sigma = features.height() / CELLS_A_SIGMA;
        double spread = 2 * Math.PI * sigma * sigma;
        boolean shown = shown();
        double[] x = new double[features.channels() + 1];
        x[features.channels()] = 1;
        for (int cell = 0; cell < cells; cell++) {
            double target = 0;
            double weight = shown ? 1.0 / cells : 0;
            for (Click click : clicks) {
                double dx = cell % features.width() - click.x();
                double dy = cell / features.width() - click.y();
                double near = Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
                if (click.present()) target = near;
                weight += PEAK_WEIGHT * near / spread;
            }
            // Three sigma out a Gaussian is 0.01: adding those cells costs more than they say.
            if (weight < 1e-4 / cells) continue;
            for (int c = 0; c < features.channels(); c++) {
                x[c] = features.values()[c * cells + cell];
            }
            ridge.add(x, target, weight);
        }
        return ridge;
    }

    /// How far the peak lies from where the joint was shown, in cells; empty if it was not.
    OptionalDouble distance(OnnxHead.Channel channel, Decoder decoder) {
        for (Click click : clicks) {
            if (!click.present()) continue;
            Keypoint found = HeatmapDecoder.of(decoder).decode(features.through(channel), 0);
            return OptionalDouble.of(Math.hypot(found.x() - click.x(), found.y() - click.y()));
        }
        return OptionalDouble.empty();
    }
}
