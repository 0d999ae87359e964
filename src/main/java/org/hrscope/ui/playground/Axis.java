package org.hrscope.ui.playground;

/// One axis of a convolution, in cells. Positions count from the first padded cell. SAME is TensorFlow's: the output is
/// ceil(input / stride), its zeros are split between both ends, an odd one goes to the later end. Any thread.
///
/// @param number zeros per side, if padding is a number
/// @param inside how many of them are missing at the start and the end: there the input goes on beyond what is shown
record Axis(
        int input,
        int kernel,
        int stride,
        int dilation,
        Padding padding,
        int number,
        Inside inside) {

    /// @param before zeros missing before the first cell
    record Inside(int before, int after) {
        static final Inside NOT = new Inside(0, 0);
    }

    /// The kernel's extent: its cells and the gaps between them.
    int extent() {
        return dilation * (kernel - 1) + 1;
    }

    int pad() {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> Math.max((Math.ceilDiv(input, stride) - 1) * stride + extent() - input, 0);
            case NUMBER -> before() + after();
        };
    }

    int before() {
        return padding == Padding.NUMBER ? Math.max(number - inside.before, 0) : pad() / 2;
    }

    int after() {
        return padding == Padding.NUMBER ? Math.max(number - inside.after, 0) : pad() - before();
    }

    int padded() {
        return input + pad();
    }

    /// Number of kernel positions; zero if it does not fit.
    int output() {
        return padded() < extent() ? 0 : (padded() - extent()) / stride + 1;
    }

    /// Input cells, without padding, after the last position.
    int leftOver() {
        int reached = (output() - 1) * stride + extent();
        return output() == 0 ? 0 : Math.max(padded() - reached - after(), 0);
    }

    /// Input cells, without the left-over ones, that fall into the kernel's gaps.
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

    /// The kernel cell on `place` when the kernel is at `position`; negative for none.
    int tapAt(int position, int place) {
        int from = place - position * stride;
        boolean on = from >= 0 && from % dilation == 0 && from / dilation < kernel;
        return on ? from / dilation : -1;
    }
}
