package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// The maximum of one heatmap; the first in row order if there are several.
record Peak(int x, int y, float value) {

    static Peak of(Heatmaps maps, int joint) {
        float[] values = maps.values();
        int start = maps.offset(joint);
        int best = start;
        for (int i = start + 1; i < start + maps.height() * maps.width(); i++) {
            if (values[i] > values[best]) best = i;
        }
        int cell = best - start;
        return new Peak(cell % maps.width(), cell / maps.width(), values[best]);
    }

    /// The official code places a joint at cell (0, 0) if its peak is not positive.
    Keypoint keypoint() {
        return moved(0, 0);
    }

    Keypoint moved(double dx, double dy) {
        return value > 0 ? new Keypoint(x + dx, y + dy, value) : new Keypoint(0, 0, value);
    }
}
