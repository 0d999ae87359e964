package org.hrscope.teach;

import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Heatmaps;
import org.hrscope.onnx.OnnxHead;

/// What a joint can be read from, for one crop. Immutable; the arrays must not be modified.
///
/// @param levels what the last convolution is given, then coarser branches; their cells are repeated up to the first's
///               size (nearest neighbour)
public record Features(List<FeatureMaps> levels) {
    public Features {
        levels = List.copyOf(levels);
    }

    Features of(FeatureSet set) {
        return set == FeatureSet.ALL ? this : new Features(levels.subList(0, 1));
    }

    int channels() {
        return levels.stream().mapToInt(FeatureMaps::channels).sum();
    }

    int height() {
        return levels.getFirst().height();
    }

    int width() {
        return levels.getFirst().width();
    }

    int cells() {
        return height() * width();
    }

    /// All channels of one cell.
    ///
    /// @param x takes them from its start
    void at(int cell, double[] x) {
        int channel = 0;
        for (FeatureMaps level : levels) {
            int factor = height() / level.height();
            int there = cell / width() / factor * level.width() + cell % width() / factor;
            for (int c = 0; c < level.channels(); c++) {
                x[channel++] = level.values()[c * level.cells() + there];
            }
        }
    }

    /// The heatmap of one channel of the head.
    public Heatmaps through(OnnxHead.Channel channel) {
        float[] map = new float[cells()];
        Arrays.fill(map, channel.bias());
        int first = 0;
        for (FeatureMaps level : levels) {
            float[] sum = new float[level.cells()];
            for (int c = 0; c < level.channels(); c++) {
                float weight = channel.weights()[first + c];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * level.values()[c * sum.length + i];
                }
            }
            first += level.channels();
            int factor = height() / level.height();
            for (int i = 0; i < map.length; i++) {
                map[i] += sum[i / width() / factor * level.width() + i % width() / factor];
            }
        }
        return new Heatmaps(1, height(), width(), map);
    }
}
