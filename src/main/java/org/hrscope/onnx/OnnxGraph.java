package org.hrscope.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrscope.domain.Shape;

/// What an ONNX file says, its weights' values left out. Immutable.
///
/// @param opset    of the standard operators
/// @param inputs   without the weights that old files list there too
/// @param weights  the shapes of the stored tensors, by name
/// @param metadata `metadata_props`
public record OnnxGraph(
        String producer,
        long opset,
        List<Value> inputs,
        List<Value> outputs,
        List<Node> nodes,
        Map<String, Shape> weights,
        Map<String, String> metadata) {

    /// @param sizes as text: a number, a name for a free size, `?` where nothing is said
    public record Value(String name, String type, List<String> sizes) {
        public Value {
            sizes = List.copyOf(sizes);
        }

        /// All sizes, free ones as `free`; empty where nothing is said of them.
        public Optional<Shape> shape(int free) {
            List<Integer> numbers = new ArrayList<>();
            for (String size : sizes) {
                boolean fixed = !size.isEmpty() && size.chars().allMatch(Character::isDigit);
                if (fixed && size.length() > 9) return Optional.empty();
                numbers.add(fixed ? Integer.parseInt(size) : free);
            }
            return numbers.isEmpty() ? Optional.empty() : Optional.of(new Shape(numbers));
        }

        /// `image: float 1x3x256x192`
        @Override
        public String toString() {
            return name + ": " + type + " " + String.join("x", sizes);
        }
    }

    /// @param name       empty where it has none
    /// @param attributes as text: a number, numbers by comma, a word
    public record Node(
            String name,
            String operator,
            List<String> inputs,
            List<String> outputs,
            Map<String, String> attributes) {

        public Node {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        }
    }

    public OnnxGraph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /// The names of everything nodes give, in the order of computation, the outputs too.
    public Set<String> values() {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : nodes) {
            for (String output : node.outputs()) if (!output.isEmpty()) names.add(output);
        }
        return names;
    }

    /// How many numbers are stored as weights.
    public long parameters() {
        return weights.values().stream().mapToLong(Shape::count).sum();
    }
}
