package org.hrscope.ablation;

import java.util.List;
import java.util.Map;
import org.hrscope.domain.Tensor;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CoveredFrame;
import org.jspecify.annotations.Nullable;

/// One frame's crop run through the whole network, and through the cut one with a part of the image covered, in the
/// same session. Holds the frame until closed; the rest are copies and stay valid.
///
/// @param result  the frame and the person
/// @param hidden  the covered pixels; null where nothing is covered
/// @param effects per joint, in skeleton order
/// @param values  requested inner values of the cut network, by name: NCHW
public record Cut(
        PipelineResult result,
        Gains gains,
        CoveredFrame.@Nullable Patch hidden,
        Readout whole,
        Readout cut,
        List<JointEffect> effects,
        Map<String, Tensor> values)
        implements AutoCloseable {
    public Cut {
        effects = List.copyOf(effects);
        values = Map.copyOf(values);
    }

    @Override
    public void close() {
        result.close();
    }
}
