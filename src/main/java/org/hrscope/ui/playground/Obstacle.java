package org.hrscope.ui.playground;

/// Why a setting is no convolution. Any thread.
public enum Obstacle {
    /// Some axis is too short for the kernel even with its zeros.
    KERNEL,
    INPUT_CHANNELS,
    OUTPUT_CHANNELS
}
