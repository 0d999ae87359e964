package org.hrscope.ui.inspector;

import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;

/// One channel of one node pinned for comparison, with its model, frame and person. Immutable.
///
/// @param person the box the crop was cut from, image pixels
public record PinnedMap(
        String model,
        String node,
        int channel,
        Frame.Origin frame,
        BoundingBox person,
        FeatureMaps map) {

    static PinnedMap of(NodeMaps maps, int channel) {
        return new PinnedMap(
                maps.model().name(),
                maps.node(),
                channel,
                maps.frame(),
                maps.estimate().pose().box(),
                maps.maps().channel(channel));
    }

    /// One range for both maps, so that equal colours mean equal values.
    ColourScale scaleWith(FeatureMaps now, Colouring colouring) {
        TensorStatistics a = TensorStatistics.of(map.values(), 0, map.values().length);
        TensorStatistics b = TensorStatistics.of(now.values(), 0, now.values().length);
        float reach =
                colouring.range() == ColourScale.Range.FIXED
                        ? colouring.fixed()
                        : Math.max(a.reach(), b.reach());
        return ColourScale.of(colouring.colours(), Math.min(a.min(), b.min()) < 0, reach);
    }

    /// The current map minus the pinned one.
    FeatureMaps difference(FeatureMaps now) {
        return now.minus(map);
    }

    /// Cosine similarity of the two maps.
    double likeness(FeatureMaps now) {
        return ChannelOrder.cosine(now, 0, map.resized(now.height(), now.width()).values());
    }

    static ColourScale differenceScale(FeatureMaps difference, Colouring colouring) {
        float[] values = difference.values();
        return ColourScale.of(
                colouring.colours(), true, TensorStatistics.of(values, 0, values.length).reach());
    }
}
