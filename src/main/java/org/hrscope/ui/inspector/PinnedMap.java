package org.hrscope.ui.inspector;

import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Tensor;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.jspecify.annotations.Nullable;

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

    /// A channel of a node that a second network has computed.
    ///
    /// @param values NCHW
    /// @return null where there is no such channel
    public static @Nullable PinnedMap of(
            String model, String node, int channel, PipelineResult result, Tensor values) {
        Person person = result.person().orElse(null);
        FeatureMaps maps = FeatureMaps.of(values);
        if (person == null || channel >= maps.channels()) return null;
        return new PinnedMap(
                model,
                node,
                channel,
                result.frame().origin(),
                person.estimate().pose().box(),
                maps.channel(channel));
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
