package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// The peak shifted a quarter of a cell towards its higher neighbour in x and in y (official `get_final_preds`).
final class QuarterOffsetDecoder implements HeatmapDecoder {
    private static final double QUARTER = 0.25;

    @Override
    public Keypoint decode(Heatmaps maps, int joint) {
        Peak peak = Peak.of(maps, joint);
        int x = peak.x();
        int y = peak.y();
        if (x <= 1 || x >= maps.width() - 1 || y <= 1 || y >= maps.height() - 1)
            return peak.keypoint();
        return peak.moved(
                QUARTER * Math.signum(maps.at(joint, y, x + 1) - maps.at(joint, y, x - 1)),
                QUARTER * Math.signum(maps.at(joint, y + 1, x) - maps.at(joint, y - 1, x)));
    }
}
