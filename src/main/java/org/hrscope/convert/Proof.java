package org.hrscope.convert;

import java.util.List;

/// How an imported network was shown to do what its checkpoint does.
public sealed interface Proof {

    /// Compared with PyTorch's values, the farthest first; at least one.
    record Compared(List<Parity> values) implements Proof {
        public Compared {
            values = List.copyOf(values);
        }
    }

    /// Run once on [FixedInput]: the smallest and the largest heatmap value.
    record Tried(double least, double most) implements Proof {}
}
