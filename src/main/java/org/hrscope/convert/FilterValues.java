package org.hrscope.convert;

import java.nio.FloatBuffer;

/// The numbers of one convolution, its batch norm folded in, put out one filter after another. One thread.
interface FilterValues {
    /// out * in * kernel * kernel values in this order of axes.
    void putWeights(FloatBuffer to);

    /// One value for each output channel.
    void putBias(FloatBuffer to);
}
