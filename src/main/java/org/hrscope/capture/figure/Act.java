package org.hrscope.capture.figure;

/// Something the figure does for one clip. Seconds run from the clip's start; the figure comes to it out of the idle
/// posture and goes back into it, so what an action says of the first and last half second only tints.
interface Act {
    /// The length of a clip: a whole number of strides.
    double SECONDS = 6;

    /// @param seconds of the clip
    /// @param idle    how the figure would stand if it did nothing
    Posture posture(double seconds, Posture idle);

    /// Where the figure is and faces. It stands still for the first and last 0.5 s, at x = 0 and facing us.
    default Placement root(double seconds) {
        return Placement.HOME;
    }
}
