package org.hrscope.ui.playground;

/// Why a setting is impossible. Any thread.
public enum Obstacle {
    /// An axis is too short for the kernel even with padding.
    KERNEL,
    INPUT_CHANNELS,
    OUTPUT_CHANNELS
}
