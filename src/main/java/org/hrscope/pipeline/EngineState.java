package org.hrscope.pipeline;

import org.hrscope.model.Problem;

/// What the engine is doing. Moved by compare-and-set only.
public sealed interface EngineState {

    /// No source has been asked for.
    record Idle() implements EngineState {}

    /// A source is being opened; what played before goes on meanwhile.
    record Starting() implements EngineState {}

    /// Frames flow, or wait while paused.
    record Running() implements EngineState {}

    /// The engine is closing.
    record Stopping() implements EngineState {}

    /// No source plays, and why.
    record Failed(Problem cause) implements EngineState {}
}
