package org.hrscope.hrnet;

import java.util.Optional;
import org.hrscope.domain.Shape;

/// What a layer computes. HRNet needs no other kinds.
public sealed interface Operation {

    /// A square convolution with padding `kernel / 2`, optional batch norm and optional ReLU.
    ///
    /// @param weights parameter name in a state dict, without `.weight`
    /// @param norm    parameter name of the batch norm
    record Convolution(
            String weights,
            Optional<String> norm,
            int in,
            int out,
            int kernel,
            int stride,
            boolean bias,
            boolean relu)
            implements Operation {

        public int padding() {
            return kernel / 2;
        }

        /// floor((size + 2 padding - kernel) / stride) + 1
        public int outputSize(int size) {
            return (size + 2 * padding() - kernel) / stride + 1;
        }

        /// (out, in, kernel, kernel)
        public Shape weightShape() {
            return Shape.of(out, in, kernel, kernel);
        }
    }

    /// Sum of all inputs in order, then ReLU.
    record Sum() implements Operation {}

    /// Scales both sides by `factor`: nearest neighbour, or bilinear with half-pixel centres
    /// (`align_corners=False`).
    record Upsample(int factor, boolean bilinear) implements Operation {}

    /// Concatenation of all inputs along the channel axis.
    record Concatenation() implements Operation {}

    /// The input under another name.
    record Alias() implements Operation {}
}
