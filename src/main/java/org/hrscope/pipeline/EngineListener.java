package org.hrscope.pipeline;

import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;

/// Events of the engine, on whichever thread they occur; implementations return at once.
public interface EngineListener {

    /// A new source is playing.
    default void opened(SourceSpec spec, SourceInfo info) {}

    /// A problem the user can fix. Playback continues unless the source itself failed.
    default void problem(Problem problem) {}

    /// A live source is gone; the engine keeps trying to reopen it.
    default void lost(SourceSpec spec, Problem cause) {}

    /// A live source that was lost is back.
    default void recovered(SourceSpec spec, SourceInfo info) {}

    /// The source has no further frame; the last one stays.
    default void ended() {}
}
