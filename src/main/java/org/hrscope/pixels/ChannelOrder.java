package org.hrscope.pixels;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.hrscope.domain.FeatureMaps;
import org.jspecify.annotations.Nullable;

/// Display order of a node's channels. Ties keep the network's order.
public enum ChannelOrder {
    /// The network's own order.
    INDEX,
    /// Largest mean absolute value first.
    ACTIVITY,
    /// Most similar to a joint's heatmap first, by cosine similarity.
    LIKENESS;

    /// @param like the map to compare with for [#LIKENESS], of any size; without it, that order falls back to the
    ///     network's
    /// @return the channel at each position
    public int[] of(FeatureMaps maps, @Nullable FeatureMaps like) {
        IntStream channels = IntStream.range(0, maps.channels());
        if (this == INDEX || (this == LIKENESS && like == null)) return channels.toArray();
        double[] rank = new double[maps.channels()];
        FeatureMaps target = like == null ? null : like.resized(maps.height(), maps.width());
        for (int c = 0; c < rank.length; c++) {
            rank[c] =
                    this == ACTIVITY || target == null
                            ? activity(maps, c)
                            : cosine(maps, c, target.values());
        }
        return channels.boxed()
                .sorted(Comparator.comparingDouble(c -> -rank[c]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public static double activity(FeatureMaps maps, int channel) {
        double sum = 0;
        int cells = maps.cells();
        for (int i = 0; i < cells; i++) sum += Math.abs(maps.values()[channel * cells + i]);
        return sum / cells;
    }

    /// From -1 to 1; 0 if either map is all zero.
    public static double cosine(FeatureMaps maps, int channel, float[] with) {
        double product = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < with.length; i++) {
            double value = maps.values()[channel * with.length + i];
            product += value * with[i];
            a += value * value;
            b += with[i] * with[i];
        }
        return a == 0 || b == 0 ? 0 : product / Math.sqrt(a * b);
    }
}
