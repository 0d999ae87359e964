package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// DARK (arXiv:1910.06278): blurs the heatmap, rescales it to its old maximum, and expands its logarithm around the
/// peak, with second derivatives over two cells.
final class DarkDecoder implements HeatmapDecoder {
    private static final double FLOOR = 1e-10;

    private final GaussianBlur blur = new GaussianBlur(GaussianBlur.Border.ZEROS);

    @Override
    public Keypoint decode(Heatmaps maps, int joint) {
        Peak peak = Peak.of(maps, joint);
        int x = peak.x();
        int y = peak.y();
        boolean inside = x > 1 && x < maps.width() - 2 && y > 1 && y < maps.height() - 2;
        if (!inside || peak.value() <= 0) return peak.keypoint();
        blur.blur(maps, joint);
        double scale = peak.value() / blur.maximum();
        double here = log(y, x, scale);
        return new NewtonStep(
                        0.5 * (log(y, x + 1, scale) - log(y, x - 1, scale)),
                        0.5 * (log(y + 1, x, scale) - log(y - 1, x, scale)),
                        0.25 * (log(y, x + 2, scale) - 2 * here + log(y, x - 2, scale)),
                        0.25
                                * (log(y + 1, x + 1, scale)
                                        - log(y - 1, x + 1, scale)
                                        - log(y + 1, x - 1, scale)
                                        + log(y - 1, x - 1, scale)),
                        0.25 * (log(y + 2, x, scale) - 2 * here + log(y - 2, x, scale)))
                .from(peak);
    }

    private double log(int y, int x, double scale) {
        return Math.log(Math.max(blur.at(y, x) * scale, FLOOR));
    }
}
