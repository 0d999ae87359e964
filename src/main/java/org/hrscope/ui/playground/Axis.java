package org.hrscope.ui.playground;

/// One axis of a convolution, in cells. Places count from the first padded cell on. SAME is TensorFlow's: the output is
/// ceil(input / stride), the zeros for it are shared out to both ends, an odd one to the later. Any thread.
///
/// @param number zeros on either side, where padding is a number
record Axis(int input, int kernel, int stride, int dilation, Padding padding, int number) {

    /// How far the kernel reaches: its cells and the gaps between them.
    int extent() {
        return dilation * (kernel - 1) + 1;
    }

    int pad() {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> Math.max((Math.ceilDiv(input, stride) - 1) * stride + extent() - input, 0);
            case NUMBER -> 2 * number;
        };
    }

    int before() {
        return pad() / 2;
    }

    int after() {
        return pad() - before();
    }

    int padded() {
        return input + pad();
    }

    /// How many positions the kernel has; zero where it does not fit at all.
    int output() {
        return padded() < extent() ? 0 : (padded() - extent()) / stride + 1;
    }

    /// Cells of the input, not of its zeros, that lie behind the last position.
    int leftOver() {
        int reached = (output() - 1) * stride + extent();
        return output() == 0 ? 0 : Math.max(padded() - reached - after(), 0);
    }

    /// Cells of the input before its left-over that fall between what the kernel reads.
    int skipped() {
        int skipped = 0;
        for (int i = before(); i < before() + input - leftOver(); i++) if (!reads(i)) skipped++;
        return output() == 0 ? 0 : skipped;
    }

    boolean pads(int place) {
        return place < before() || place >= before() + input;
    }

    boolean reads(int place) {
        for (int i = 0; i < output(); i++) if (tapAt(i, place) >= 0) return true;
        return false;
    }

    /// Which of the kernel's cells lies on `place` when it stands at `position`; below zero for none.
    int tapAt(int position, int place) {
        int from = place - position * stride;
        boolean on = from >= 0 && from % dilation == 0 && from / dilation < kernel;
        return on ? from / dilation : -1;
    }
}
