package org.hrscope.pipeline;

import java.util.Map;
import org.hrscope.domain.Tensor;

/// Inner values of the network for one frame's crop. Holds the frame until closed; the values are copies and stay
/// valid.
///
/// @param result the frame, the model and the crop
/// @param values by name, each [1, C, h, w] (NCHW); `image` (the input's name) is the normalised crop itself
public record Activations(PipelineResult result, Map<String, Tensor> values)
        implements AutoCloseable {

    public Activations {
        values = Map.copyOf(values);
    }

    @Override
    public void close() {
        result.close();
    }
}
