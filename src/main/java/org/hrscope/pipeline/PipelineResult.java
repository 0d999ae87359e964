package org.hrscope.pipeline;

import java.util.List;
import org.hrscope.inference.Estimate;
import org.hrscope.model.Frame;
import org.hrscope.model.ModelInfo;

/// One frame with all that was found on it. Holds the frame until it is closed.
///
/// @param model     what gave the estimates
/// @param grabNanos what reading the frame took
/// @param dropped   frames that came and were displaced before the network had time for them, since the source opened
public record PipelineResult(
        Frame frame, ModelInfo model, List<Estimate> estimates, long grabNanos, long dropped)
        implements AutoCloseable {

    public PipelineResult {
        estimates = List.copyOf(estimates);
    }

    /// The same, for one more holder, who closes it too.
    public PipelineResult retained() {
        frame.retain();
        return this;
    }

    @Override
    public void close() {
        frame.close();
    }
}
