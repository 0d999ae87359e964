package org.hrscope.ui.equation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hrscope.onnx.OnnxConvolution;

/// What a value is computed from. Immutable.
sealed interface Derivation {

    /// The values it takes to show it, its own aside.
    Set<String> values();

    /// Whether ReLU comes last.
    boolean relu();

    /// A sum of equally large values: an exchange's output, or a block with its shortcut.
    ///
    /// @param steps what leads from the block's input to its last convolution; empty for an exchange
    record Sum(List<String> terms, List<String> steps, boolean relu) implements Derivation {
        public Sum {
            terms = List.copyOf(terms);
            steps = List.copyOf(steps);
        }

        @Override
        public Set<String> values() {
            Set<String> values = new LinkedHashSet<>(steps);
            values.addAll(terms);
            return values;
        }
    }

    /// A convolution: the sum of what each input channel adds, and the bias.
    record Weighted(OnnxConvolution convolution, boolean relu) implements Derivation {
        @Override
        public Set<String> values() {
            return Set.of(convolution.input());
        }
    }

    /// Something else.
    ///
    /// @param operator the ONNX operator that computes it; empty for the network's input
    /// @param inputs   the values it reads
    record Other(String operator, List<String> inputs) implements Derivation {
        public Other {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Set<String> values() {
            return Set.of();
        }

        @Override
        public boolean relu() {
            return false;
        }
    }
}
