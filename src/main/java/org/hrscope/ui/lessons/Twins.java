package org.hrscope.ui.lessons;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.pixels.CropGeometry;

/// One crop with the network's output before and after training. Immutable.
///
/// @param frame the frame's index in its source
/// @param crop  the network input: 0xFFRRGGBB, inputHeight rows of inputWidth
record Twins(
        long frame,
        ModelInfo model,
        int[] crop,
        CropGeometry geometry,
        Heatmaps untrained,
        Heatmaps trained) {

    /// One of the two outputs, normalised to its own range.
    ///
    /// @param map      maximum over the visible joints in each cell, scaled from 0 (lowest) to 1 (highest)
    /// @param low,high the range before scaling
    /// @param points   the decoded joints in crop pixels, with their scores
    record Side(Heatmaps map, float low, float high, List<Keypoint> points) {}

    /// @param maps one of [#untrained()] and [#trained()]
    Side side(Heatmaps maps, BitSet seen) {
        int cells = maps.height() * maps.width();
        float[] highest = new float[cells];
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int joint = seen.nextSetBit(0);
                joint >= 0 && joint < maps.joints();
                joint = seen.nextSetBit(joint + 1)) {
            for (int i = 0; i < cells; i++) {
                highest[i] = Math.max(highest[i], maps.values()[maps.offset(joint) + i]);
            }
        }
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (float value : highest) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        if (!(high > low) || !Float.isFinite(low)) {
            return new Side(
                    new Heatmaps(1, maps.height(), maps.width(), new float[cells]),
                    0,
                    0,
                    List.of());
        }
        for (int i = 0; i < cells; i++) highest[i] = (highest[i] - low) / (high - low);
        return new Side(
                new Heatmaps(1, maps.height(), maps.width(), highest),
                low,
                high,
                points(maps, high));
    }

    /// Decoders use thresholds meant for trained heatmaps, so the maps are scaled to their range.
    private List<Keypoint> points(Heatmaps maps, float high) {
        float[] values = maps.values().clone();
        for (int i = 0; i < values.length; i++) values[i] /= Math.abs(high);
        Heatmaps scaled = new Heatmaps(maps.joints(), maps.height(), maps.width(), values);
        HeatmapDecoder decoder = HeatmapDecoder.of(model.decoder());
        AffineTransform2D toCrop = geometry.fromHeatmap().then(geometry.toInput());
        return IntStream.range(0, maps.joints())
                .mapToObj(joint -> decoder.decode(scaled, joint).moved(toCrop))
                .map(k -> new Keypoint(k.x(), k.y(), k.score() * Math.abs(high)))
                .toList();
    }
}
