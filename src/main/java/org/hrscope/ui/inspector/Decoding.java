package org.hrscope.ui.inspector;

import java.util.Arrays;
import java.util.List;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.model.AffineTransform2D;
import org.hrscope.model.Decoder;
import org.hrscope.model.FeatureMaps;
import org.hrscope.model.Heatmaps;
import org.hrscope.model.Keypoint;
import org.hrscope.model.ModelInfo;

/// One joint's heatmap and where each decoder puts the joint. Immutable.
///
/// @param peakX,peakY the highest cell
public record Decoding(
        int joint,
        ModelInfo model,
        long frame,
        FeatureMaps map,
        int peakX,
        int peakY,
        List<Reading> readings) {

    /// The same place in heatmap cells, in pixels of the crop, and in pixels of the picture.
    public record Reading(Decoder decoder, Keypoint cell, Keypoint crop, Keypoint picture) {}

    /// Each decoder's own way from cells to the crop: UDP maps the first and last cell onto the first and last pixel,
    /// the others scale by the sizes. From there to the picture the crop lies where it was cut.
    public static Decoding of(Estimate estimate, ModelInfo model, long frame, int joint) {
        Heatmaps maps = estimate.heatmaps();
        AffineTransform2D toPicture = estimate.geometry().fromInput();
        List<Reading> readings =
                Arrays.stream(
                                new Decoder[] {
                                    Decoder.ARGMAX, Decoder.QUARTER, Decoder.DARK, Decoder.UDP
                                })
                        .map(decoder -> {
                            Keypoint cell = HeatmapDecoder.of(decoder).decode(maps, joint);
                            Keypoint crop = cell.moved(toCrop(model, decoder));
                            return new Reading(decoder, cell, crop, crop.moved(toPicture));
                        })
                        .toList();
        Keypoint peak = readings.getFirst().cell();
        return new Decoding(
                joint,
                model,
                frame,
                FeatureMaps.of(maps).channel(joint),
                (int) peak.x(),
                (int) peak.y(),
                readings);
    }

    private static AffineTransform2D toCrop(ModelInfo model, Decoder decoder) {
        int less = decoder == Decoder.UDP ? 1 : 0;
        return AffineTransform2D.scaleThenShift(
                (model.inputWidth() - less) / (double) (model.heatmapWidth() - less),
                (model.inputHeight() - less) / (double) (model.heatmapHeight() - less),
                0,
                0);
    }

    /// Where the neighbourhood of the peak begins: as near to the middle of `size` cells as the map's border allows.
    int left(int size) {
        return Math.clamp(peakX - size / 2, 0, Math.max(0, map.width() - size));
    }

    int top(int size) {
        return Math.clamp(peakY - size / 2, 0, Math.max(0, map.height() - size));
    }

    /// `size` x `size` cells round the peak, fewer where the map is smaller.
    FeatureMaps neighbourhood(int size) {
        int wide = Math.min(size, map.width());
        int high = Math.min(size, map.height());
        float[] values = new float[wide * high];
        for (int i = 0; i < values.length; i++) {
            values[i] = map.at(0, top(size) + i / wide, left(size) + i % wide);
        }
        return new FeatureMaps(1, high, wide, values);
    }
}
