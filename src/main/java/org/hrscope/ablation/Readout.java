package org.hrscope.ablation;

import java.util.List;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.pixels.CropGeometry;

/// A network's output for one crop.
///
/// @param joints in frame pixels
/// @param maps   from which they were decoded
public record Readout(List<Keypoint> joints, Heatmaps maps) {
    public Readout {
        joints = List.copyOf(joints);
    }

    public static Readout of(Heatmaps maps, CropGeometry geometry, Decoder decoder) {
        return new Readout(HeatmapDecoder.of(decoder).decode(maps, geometry.fromHeatmap()), maps);
    }
}
