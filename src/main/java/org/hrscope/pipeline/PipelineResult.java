package org.hrscope.pipeline;

import java.util.List;
import org.hrscope.inference.Estimate;
import org.hrscope.model.Frame;
import org.hrscope.model.ModelInfo;

/// One frame with everything found on it. Holds the frame until closed.
///
/// @param model     the network that made the estimates
/// @param grabNanos time taken to read the frame
/// @param dropped   frames displaced before inference could take them, since the source opened
public record PipelineResult(
        Frame frame, ModelInfo model, List<Estimate> estimates, long grabNanos, long dropped)
        implements AutoCloseable {

    public PipelineResult {
        estimates = List.copyOf(estimates);
    }

    /// Another reference to the same result, closed separately.
    public PipelineResult retained() {
        frame.retain();
        return this;
    }

    @Override
    public void close() {
        frame.close();
    }
}
