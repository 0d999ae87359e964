package org.hrscope.ui.playground;

/// How the input is padded: TensorFlow's two modes, or a number per axis. Any thread.
public enum Padding {
    /// No zeros: cells the kernel no longer fits on are dropped.
    VALID,
    /// Zeros so that the output is ceil(input / stride); an odd one goes to the end.
    SAME,
    /// The zeros per side given by [Parameter#PAD_HEIGHT] and [Parameter#PAD_WIDTH].
    NUMBER
}
