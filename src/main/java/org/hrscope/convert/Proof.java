package org.hrscope.convert;

import java.util.List;

/// Evidence that an imported network computes what its checkpoint does.
public sealed interface Proof {

    /// Compared with PyTorch's values, largest difference first; at least one.
    record Compared(List<Parity> values) implements Proof {
        public Compared {
            values = List.copyOf(values);
        }
    }

    /// Run once on [FixedInput]: the smallest and largest heatmap value.
    record Tried(double least, double most) implements Proof {}
}
