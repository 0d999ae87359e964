package org.hrscope.convert;

import java.nio.FloatBuffer;

/// The values of one convolution with batch norm folded in, written kernel by kernel. One thread.
interface FilterValues {
    /// out * in * kernel * kernel values, in that axis order.
    void putWeights(FloatBuffer to);

    /// One value per output channel.
    void putBias(FloatBuffer to);
}
