package org.hrscope.inference;

import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// Decodes joints from heatmaps, in heatmap cells. Owns buffers: one thread at a time.
public interface HeatmapDecoder {

    /// The joint's position in heatmap cells, and the peak value.
    Keypoint decode(Heatmaps maps, int joint);

    static HeatmapDecoder of(Decoder decoder) {
        return switch (decoder) {
            case QUARTER -> new QuarterOffsetDecoder();
            case ARGMAX -> (maps, joint) -> Peak.of(maps, joint).keypoint();
            case DARK -> new DarkDecoder();
            case UDP -> new UdpDecoder();
        };
    }
}
