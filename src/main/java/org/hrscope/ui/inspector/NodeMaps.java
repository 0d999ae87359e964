package org.hrscope.ui.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.Estimate;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ChannelOrder;
import org.hrscope.pixels.ColourScale;
import org.hrscope.pixels.TensorStatistics;
import org.jspecify.annotations.Nullable;

/// One node's output for one frame's crop; exact copies. Immutable.
///
/// @param layer    statistics over all values
/// @param channels statistics per channel
/// @param before   mean map of each input node
public record NodeMaps(
        String node,
        ModelInfo model,
        Frame.Origin frame,
        Estimate estimate,
        Shape shape,
        FeatureMaps maps,
        TensorStatistics layer,
        List<TensorStatistics> channels,
        Map<String, FeatureMaps> before) {

    /// Copies the values, which are valid during the call only. Any thread.
    static @Nullable NodeMaps of(String node, PipelineResult result, Map<String, Tensor> values) {
        Tensor tensor = values.get(node);
        Estimate estimate = result.person().map(Person::estimate).orElse(null);
        if (estimate == null || tensor == null || tensor.shape().count() == 0) return null;
        FeatureMaps maps = FeatureMaps.of(tensor);
        Map<String, FeatureMaps> before = new HashMap<>();
        values.forEach((name, value) -> {
            if (!name.equals(node)) before.put(name, FeatureMaps.of(value).mean());
        });
        int cells = maps.cells();
        return new NodeMaps(
                node,
                result.model(),
                result.frame().origin(),
                estimate,
                tensor.shape(),
                maps,
                TensorStatistics.of(maps.values(), 0, maps.values().length),
                IntStream.range(0, maps.channels())
                        .mapToObj(c -> TensorStatistics.of(maps.values(), c * cells, cells))
                        .toList(),
                before);
    }

    /// Whether the colours diverge from zero: some value is negative.
    boolean signed() {
        return layer.min() < 0;
    }

    ColourScale scale(int channel, Colouring colouring) {
        float reach =
                switch (colouring.range()) {
                    case CHANNEL -> channels.get(channel).reach();
                    case LAYER -> layer.reach();
                    case FIXED -> colouring.fixed();
                };
        return ColourScale.of(colouring.colours(), signed(), reach);
    }

    /// @param joint compares with this joint's heatmap; negative for none
    int[] order(ChannelOrder by, int joint) {
        Heatmaps heatmaps = estimate.heatmaps();
        boolean known = joint >= 0 && joint < heatmaps.joints();
        return by.of(maps, known ? FeatureMaps.of(heatmaps).channel(joint) : null);
    }

    Tensor tensor() {
        return Tensor.of(shape, maps.values());
    }

    /// From cells to image pixels. A stride-2 convolution centres cell i on cell 2i of its input; the heatmaps follow
    /// their decoder's convention.
    AffineTransform2D cellToPicture() {
        if (node.equals(model.output())) return estimate.geometry().fromHeatmap();
        double sx = model.inputWidth() / (double) maps.width();
        double sy = model.inputHeight() / (double) maps.height();
        return AffineTransform2D.scaleThenShift(sx, sy, 0, 0).then(estimate.geometry().fromInput());
    }
}
