package org.hrscope.ui.playground;

/// A convolution's parameters with their bounds here; those of the axes come in pairs, height before width. Any thread.
public enum Parameter {
    INPUT_HEIGHT(3, 15),
    INPUT_WIDTH(3, 15),
    KERNEL_HEIGHT(1, 7),
    KERNEL_WIDTH(1, 7),
    STRIDE_HEIGHT(1, 5),
    STRIDE_WIDTH(1, 5),
    DILATION_HEIGHT(1, 3),
    DILATION_WIDTH(1, 3),
    /// Rows of zeros above and below each; used with [Padding#NUMBER].
    PAD_HEIGHT(0, 4),
    PAD_WIDTH(0, 4),
    INPUT_CHANNELS(1, 4),
    OUTPUT_CHANNELS(1, 4),
    GROUPS(1, 4);

    final int least;
    final int most;

    Parameter(int least, int most) {
        this.least = least;
        this.most = most;
    }
}
