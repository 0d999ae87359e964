package org.hrscope.hrnet;

import java.util.Optional;
import org.hrscope.domain.Shape;

/// What a layer does. The kinds are all that HRNet is made of.
public sealed interface Operation {

    /// A square convolution with padding `kernel / 2`, its batch norm where it has one, its ReLU where it has one.
    ///
    /// @param weights the parameters' name in a state dict, without `.weight`
    /// @param norm    the batch norm's
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

    /// All inputs added in their order, then ReLU.
    record Sum() implements Operation {}

    /// Both sides times `factor`: each value repeated, or bilinear with half-pixel centres (`align_corners=False`).
    record Upsample(int factor, boolean bilinear) implements Operation {}

    /// All inputs' channels, one after another.
    record Concatenation() implements Operation {}

    /// The input under another name.
    record Alias() implements Operation {}
}
