package org.hrscope.inference;

import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Skeleton;

/// Averages the heatmaps of a crop with those of its mirror image: mirrored back, left and right joints swapped,
/// and shifted one cell to the right (column 0 kept), except with UDP, whose crops need no shift.
final class FlipTest {
    private FlipTest() {}

    static Heatmaps average(
            Heatmaps straight, Heatmaps mirrored, Skeleton skeleton, boolean shift) {
        int width = straight.width();
        int by = shift ? 1 : 0;
        float[] mean = new float[straight.values().length];
        for (int joint = 0; joint < straight.joints(); joint++) {
            int twin = skeleton.mirror().get(joint);
            for (int y = 0; y < straight.height(); y++) {
                for (int x = 0; x < width; x++) {
                    float other = mirrored.at(twin, y, width - 1 - Math.max(x - by, 0));
                    mean[straight.offset(joint) + y * width + x] =
                            (straight.at(joint, y, x) + other) / 2;
                }
            }
        }
        return new Heatmaps(straight.joints(), straight.height(), width, mean);
    }
}
