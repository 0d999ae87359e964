package org.hrscope.capture.figure;

/// What the figure does during one clip. Time is in seconds from the clip's start. The figure blends from idle into
/// the action and back, so the action barely shows in the first and last half second.
interface Act {
    /// Length of a clip: a whole number of strides.
    double SECONDS = 6;

    /// @param seconds since the clip's start
    /// @param idle    the posture without the action
    Posture posture(double seconds, Posture idle);

    /// Position and heading. Must be x = 0, facing the viewer, for the first and last 0.5 s.
    default Placement root(double seconds) {
        return Placement.HOME;
    }
}
