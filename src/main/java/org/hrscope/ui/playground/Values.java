package org.hrscope.ui.playground;

import static org.hrscope.ui.playground.Parameter.INPUT_HEIGHT;
import static org.hrscope.ui.playground.Parameter.INPUT_WIDTH;
import static org.hrscope.ui.playground.Parameter.KERNEL_HEIGHT;
import static org.hrscope.ui.playground.Parameter.KERNEL_WIDTH;
import static org.hrscope.ui.playground.Parameter.OUTPUT_CHANNELS;

/// Values for the largest possible input, kernels and biases, so that none is lost when a size shrinks and grows again.
/// Any thread.
///
/// @param inputs room for this many input channels
/// @param cells  input (channel, row, column), kernels (output channel, channel within its group, row, column), biases;
///     never changed
record Values(int inputs, double[] cells) {
    static final int PLANE = INPUT_HEIGHT.most * INPUT_WIDTH.most;
    static final int KERNEL = KERNEL_HEIGHT.most * KERNEL_WIDTH.most;

    /// All zero.
    static Values of(int inputs) {
        int biases = inputs * PLANE + OUTPUT_CHANNELS.most * inputs * KERNEL;
        return new Values(inputs, new double[biases + OUTPUT_CHANNELS.most]);
    }

    int input(int channel, int row, int column) {
        return channel * PLANE + row * INPUT_WIDTH.most + column;
    }

    int weight(int output, int channel, int row, int column) {
        int kernel = output * inputs + channel;
        return inputs * PLANE + kernel * KERNEL + row * KERNEL_WIDTH.most + column;
    }

    int bias(int output) {
        return cells.length - OUTPUT_CHANNELS.most + output;
    }

    Values with(int cell, double value) {
        double[] changed = cells.clone();
        changed[cell] = value;
        return new Values(inputs, changed);
    }
}
