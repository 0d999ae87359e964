package org.hrscope.ui.playground;

/// How zeros are put round the input: TensorFlow's two words, or a number for each axis. Any thread.
public enum Padding {
    /// No zeros: what the kernel no longer fits on is dropped.
    VALID,
    /// As many zeros as make the output ceil(input / stride) large; an odd one goes to the end.
    SAME,
    /// As many zeros on either side as [Parameter#PAD_HEIGHT] and [Parameter#PAD_WIDTH] say.
    NUMBER
}
