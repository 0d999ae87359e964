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

/// The contents of an ONNX file without the weights' values. Of a quantised file, it is the graph as before: rounding
/// shows in `roundings` only. Immutable.
///
/// @param opset     version of the standard operators
/// @param inputs    without the weights, which old files list there too
/// @param weights   shapes of the stored tensors, by name
/// @param metadata  `metadata_props`
/// @param roundings how values and weights are rounded, by name; empty unless the file is quantised
/// @param exact     what the file calls a value before it is rounded, by name
public record OnnxGraph(
        String producer,
        long opset,
        List<Value> inputs,
        List<Value> outputs,
        List<Node> nodes,
        Map<String, Shape> weights,
        Map<String, String> metadata,
        Map<String, OnnxRounding> roundings,
        Map<String, String> exact) {

    /// @param sizes as text: a number, a symbol for a free dimension, `?` if unspecified
    public record Value(String name, String type, List<String> sizes) {
        public Value {
            sizes = List.copyOf(sizes);
        }

        /// The shape with `free` for free dimensions; empty if unspecified.
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

    /// @param name       empty if unnamed
    /// @param attributes as text: a number, comma-separated numbers, or a word
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
        roundings = Collections.unmodifiableMap(new LinkedHashMap<>(roundings));
        exact = Map.copyOf(exact);
    }

    /// Names of all node outputs, in order of computation, the graph's outputs included.
    public Set<String> values() {
        Set<String> names = new LinkedHashSet<>();
        for (Node node : nodes) {
            for (String output : node.outputs()) if (!output.isEmpty()) names.add(output);
        }
        return names;
    }

    /// [#values()], and those before they are rounded under the file's own names.
    public Set<String> readable() {
        Set<String> names = values();
        names.addAll(exact.values());
        return names;
    }

    /// Total number of values stored as weights.
    public long parameters() {
        return weights.values().stream().mapToLong(Shape::count).sum();
    }
}
