package org.hrscope.ui.inspector;

import org.hrscope.image.ChannelOrder;
import org.hrscope.image.ColourScale;
import org.hrscope.image.TensorStatistics;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.FeatureMaps;
import org.hrscope.model.Frame;

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
    ColourScale scaleWith(FeatureMaps now, Look look) {
        TensorStatistics a = TensorStatistics.of(map.values(), 0, map.values().length);
        TensorStatistics b = TensorStatistics.of(now.values(), 0, now.values().length);
        float reach =
                look.range() == ColourScale.Range.FIXED
                        ? look.fixed()
                        : Math.max(a.reach(), b.reach());
        return ColourScale.of(look.colours(), Math.min(a.min(), b.min()) < 0, reach);
    }

    /// The current map minus the pinned one.
    FeatureMaps difference(FeatureMaps now) {
        return now.minus(map);
    }

    /// Cosine similarity of the two maps.
    double likeness(FeatureMaps now) {
        return ChannelOrder.cosine(now, 0, map.resized(now.height(), now.width()).values());
    }

    static ColourScale differenceScale(FeatureMaps difference, Look look) {
        float[] values = difference.values();
        return ColourScale.of(
                look.colours(), true, TensorStatistics.of(values, 0, values.length).reach());
    }
}
