package org.hrscope.ablation;

import java.util.List;
import java.util.Map;
import org.hrscope.domain.Tensor;
import org.hrscope.pipeline.PipelineResult;

/// One frame's crop through the network whole and cut, in the same session. Holds the frame until closed; all else are
/// copies and stays valid.
///
/// @param result  the frame and the person it is about
/// @param effects one for each joint, in their order
/// @param values  inner values of the cut network that were asked for, by name: NCHW
public record Cut(
        PipelineResult result,
        Gains gains,
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
