package org.hrscope.inference;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;

/// Decodes joints from heatmaps, in heatmap cells. Owns buffers: one thread at a time.
public interface HeatmapDecoder {

    /// The joint's position in heatmap cells, and the peak value.
    Keypoint decode(Heatmaps maps, int joint);

    /// All joints in pixels of the frame.
    ///
    /// @param toFrame heatmap cells to pixels
    default List<Keypoint> decode(Heatmaps maps, AffineTransform2D toFrame) {
        List<Keypoint> keypoints = new ArrayList<>(maps.joints());
        for (int joint = 0; joint < maps.joints(); joint++) {
            keypoints.add(decode(maps, joint).moved(toFrame));
        }
        return keypoints;
    }

    static HeatmapDecoder of(Decoder decoder) {
        return switch (decoder) {
            case QUARTER -> new QuarterOffsetDecoder();
            case ARGMAX -> (maps, joint) -> Peak.of(maps, joint).keypoint();
            case DARK -> new DarkDecoder();
            case UDP -> new UdpDecoder();
        };
    }
}
