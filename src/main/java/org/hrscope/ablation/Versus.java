package org.hrscope.ablation;

import java.util.List;
import java.util.Map;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ModelFile;
import org.hrscope.pipeline.PipelineResult;

/// One frame's crop as two networks see it. Holds the frame until closed; the rest are copies and stay valid.
///
/// @param result  the frame and the person, as network A sees them
/// @param other   network B
/// @param effects per joint, in skeleton order: A before, B after
/// @param values  requested inner values of B, as far as it has them, by name: NCHW
public record Versus(
        PipelineResult result,
        ModelFile other,
        Readout a,
        Readout b,
        List<JointEffect> effects,
        Map<String, Tensor> values)
        implements AutoCloseable {
    public Versus {
        effects = List.copyOf(effects);
        values = Map.copyOf(values);
    }

    @Override
    public void close() {
        result.close();
    }
}
