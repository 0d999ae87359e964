package org.hrscope.ui.stage;

/// Which heatmaps of a [PosePair] lie over the frame.
public enum PairView {
    A,
    B,
    /// B - A, in diverging colours.
    DIFFERENCE
}
