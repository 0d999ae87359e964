package org.hrscope.ui.lessons;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hrscope.image.CropGeometry;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.Heatmaps;
import org.hrscope.model.Keypoint;
import org.hrscope.model.ModelInfo;

/// One crop and what the network makes of it, before its training and after. Immutable.
///
/// @param frame the frame's number in its source
/// @param crop  as the networks take it: 0xFFRRGGBB, inputHeight rows of inputWidth
record Twins(
        long frame,
        ModelInfo model,
        int[] crop,
        CropGeometry geometry,
        Heatmaps untrained,
        Heatmaps trained) {

    /// Maps brought to a range of their own: what was their highest value is 1.
    ///
    /// @param high  that value
    /// @param least joints of less score are not drawn
    record Side(Heatmaps maps, float high, double least) {}

    /// @param seen which joints count for the range
    static Side side(Heatmaps maps, BitSet seen, double least) {
        float high = 0;
        for (int joint = seen.nextSetBit(0);
                joint >= 0 && joint < maps.joints();
                joint = seen.nextSetBit(joint + 1)) {
            int start = maps.offset(joint);
            for (int i = start; i < start + maps.height() * maps.width(); i++) {
                high = Math.max(high, maps.values()[i]);
            }
        }
        float[] values = maps.values().clone();
        if (high > 0) for (int i = 0; i < values.length; i++) values[i] /= high;
        Heatmaps scaled = new Heatmaps(maps.joints(), maps.height(), maps.width(), values);
        return new Side(scaled, high, high > 0 ? least / high : 1);
    }

    /// Where the joints are read, in pixels of the crop; their scores are shares of the side's highest value.
    List<Keypoint> joints(Side side) {
        HeatmapDecoder decoder = HeatmapDecoder.of(model.decoder());
        AffineTransform2D toCrop = geometry.fromHeatmap().then(geometry.toInput());
        return IntStream.range(0, side.maps.joints())
                .mapToObj(joint -> decoder.decode(side.maps, joint).moved(toCrop))
                .toList();
    }
}
