package org.hrscope.pipeline;

import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;

/// From frames to results, some of them in flight at once; they finish in the order they began. One thread.
public interface Analysis extends AutoCloseable {
    /// Whether a frame must be finished before the next can begin.
    boolean full();

    /// Whether a frame is in flight.
    boolean busy();

    /// Whether [#finish()] would return at once.
    boolean ready();

    /// When the next frame should begin, by [System#nanoTime()].
    long nextBegin();

    /// Starts a frame. Not to be called when [#full()].
    ///
    /// @param grabbed remains owned by the caller
    /// @param dropped passed on in the result
    void begin(Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem;

    /// The next frame starts a new search, whatever was followed before.
    void restart();

    /// The result of the oldest frame in flight; blocks until it is ready.
    PipelineResult finish() throws Problem;

    /// The same frame again with other settings; nothing else may be in flight.
    PipelineResult again(
            Grabbed grabbed,
            PipelineResult before,
            PoseEstimator estimator,
            EngineSettings settings)
            throws Problem;

    @Override
    void close();
}
