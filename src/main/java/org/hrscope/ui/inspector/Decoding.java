package org.hrscope.ui.inspector;

import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.pixels.CropGeometry;

/// One joint's heatmap and the position each decoder gives. Immutable.
///
/// @param peakX,peakY the maximum cell
public record Decoding(
        int joint,
        ModelInfo model,
        long frame,
        FeatureMaps map,
        int peakX,
        int peakY,
        List<Reading> readings) {

    /// One position in heatmap cells, crop pixels and image pixels.
    public record Reading(Decoder decoder, Keypoint cell, Keypoint crop, Keypoint picture) {}

    /// Each decoder's own mapping from cells to the crop: UDP maps the first and last cell centre to the first and last
    /// pixel centre, the others scale by the sizes. From there, the crop's affine leads to the image.
    static Decoding of(
            Heatmaps maps, CropGeometry geometry, ModelInfo model, long frame, int joint) {
        AffineTransform2D toPicture = geometry.fromInput();
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

    /// Start of the neighbourhood of the peak: `size` cells, centred as far as the border allows.
    int left(int size) {
        return Math.clamp(peakX - size / 2, 0, Math.max(0, map.width() - size));
    }

    int top(int size) {
        return Math.clamp(peakY - size / 2, 0, Math.max(0, map.height() - size));
    }

    /// `size` x `size` cells around the peak, fewer if the map is smaller.
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
