package org.hrscope.ui.stage;

/// How a [PosePair] lies over the frame.
public enum PairView {
    A,
    B,
    /// A on the left of a line that can be moved, B on its right.
    WIPE,
    /// B - A, in diverging colours.
    DIFFERENCE
}
