package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// The refinement for unbiased data processing (arXiv:1911.07524): as DARK, but with derivatives over one cell and
/// edge values replicated beyond the border.
final class UdpDecoder implements HeatmapDecoder {
    private static final double FLOOR = 0.001;
    private static final double CEILING = 50;

    private final GaussianBlur blur = new GaussianBlur(GaussianBlur.Border.REFLECTION);

    @Override
    public Keypoint decode(Heatmaps maps, int joint) {
        Peak peak = Peak.of(maps, joint);
        if (peak.value() <= 0) return peak.keypoint();
        blur.blur(maps, joint);
        int x = peak.x();
        int y = peak.y();
        int left = Math.max(x - 1, 0);
        int right = Math.min(x + 1, maps.width() - 1);
        int up = Math.max(y - 1, 0);
        int down = Math.min(y + 1, maps.height() - 1);
        double here = log(y, x);
        double west = log(y, left);
        double east = log(y, right);
        double north = log(up, x);
        double south = log(down, x);
        return new NewtonStep(
                        0.5 * (east - west),
                        0.5 * (south - north),
                        east - 2 * here + west,
                        0.5
                                * (log(down, right)
                                        - east
                                        - south
                                        + here
                                        + here
                                        - west
                                        - north
                                        + log(up, left)),
                        south - 2 * here + north)
                .from(peak);
    }

    private double log(int y, int x) {
        return Math.log(Math.clamp(blur.at(y, x), FLOOR, CEILING));
    }
}
