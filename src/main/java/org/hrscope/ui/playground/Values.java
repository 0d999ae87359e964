package org.hrscope.ui.playground;

import static org.hrscope.ui.playground.Parameter.INPUT_CHANNELS;
import static org.hrscope.ui.playground.Parameter.INPUT_HEIGHT;
import static org.hrscope.ui.playground.Parameter.INPUT_WIDTH;
import static org.hrscope.ui.playground.Parameter.KERNEL_HEIGHT;
import static org.hrscope.ui.playground.Parameter.KERNEL_WIDTH;
import static org.hrscope.ui.playground.Parameter.OUTPUT_CHANNELS;

/// Values for the largest possible input, kernels and biases, so that none is lost when a size shrinks and grows again.
/// Any thread.
///
/// @param cells input (channel, row, column), kernels (output channel, channel within its group, row, column), biases;
///     never changed
record Values(double[] cells) {
    static final int KERNELS = INPUT_CHANNELS.most * INPUT_HEIGHT.most * INPUT_WIDTH.most;
    static final int KERNEL = KERNEL_HEIGHT.most * KERNEL_WIDTH.most;
    static final int BIASES = KERNELS + OUTPUT_CHANNELS.most * INPUT_CHANNELS.most * KERNEL;
    static final int COUNT = BIASES + OUTPUT_CHANNELS.most;

    static int input(int channel, int row, int column) {
        return (channel * INPUT_HEIGHT.most + row) * INPUT_WIDTH.most + column;
    }

    static int weight(int output, int channel, int row, int column) {
        int kernel = output * INPUT_CHANNELS.most + channel;
        return KERNELS + kernel * KERNEL + row * KERNEL_WIDTH.most + column;
    }

    static int bias(int output) {
        return BIASES + output;
    }

    Values with(int cell, double value) {
        double[] changed = cells.clone();
        changed[cell] = value;
        return new Values(changed);
    }
}
