package org.hrscope.pipeline;

import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.model.Problem;

/// Told what happens to the engine, on whichever thread it happens; to return at once.
public interface EngineListener {

    /// A source plays now, instead of the one before.
    default void opened(SourceSpec spec, SourceInfo info) {}

    /// Something a person can mend; what played before goes on unless the source itself is the trouble.
    default void problem(Problem problem) {}

    /// A live source is gone; the engine keeps trying to open it.
    default void lost(SourceSpec spec, Problem cause) {}

    /// A live source that was lost is back.
    default void recovered(SourceSpec spec, SourceInfo info) {}

    /// The source has no further frame; the last one stays.
    default void ended() {}
}
