package org.hrscope.pipeline;

import java.util.Map;
import org.hrscope.model.Tensor;

/// Inner values of the network for one frame's crop. Holds the frame until it is closed; the values are copies and stay.
///
/// @param result the frame, the model, and where the crop lay
/// @param values by the value's name, each [1, C, h, w]; `image` (the input's name) is the normalised crop itself
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
