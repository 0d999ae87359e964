package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// The highest cell of one map; the first in row order where several are equally high.
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

    /// The official code puts a joint whose peak is not above zero at cell (0, 0).
    Keypoint keypoint() {
        return moved(0, 0);
    }

    Keypoint moved(double dx, double dy) {
        return value > 0 ? new Keypoint(x + dx, y + dy, value) : new Keypoint(0, 0, value);
    }
}
