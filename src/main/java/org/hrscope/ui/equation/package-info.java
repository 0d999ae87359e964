/// How a value of the network is computed, with its numbers: the terms of a sum, the channels a convolution adds up,
/// its kernels, and any of its cells in the playground.
@NullMarked
package org.hrscope.ui.equation;

import org.jspecify.annotations.NullMarked;
