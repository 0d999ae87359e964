package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxGraph.Node;

/// Which nodes of a graph can compute with whole numbers, and which values are rounded for it. A node goes by its
/// output: where a `Relu` alone reads it, by that one's, for rounding after the `Relu` is all that both need.
/// Immutable.
final class WholeNodes {
    private static final Set<String> COMPUTING = Set.of("Conv", "Add", "Concat");

    /// These only move values, so they keep the scale of their input.
    private static final Set<String> MOVING =
            Set.of("Resize", "MaxPool", "Reshape", "Transpose", "Split", "Slice", "Flatten");

    private static final String SAME = "Identity";

    private final OnnxGraph graph;
    private final Map<String, Node> makers = new HashMap<>();
    private final Map<String, List<Node>> readers = new HashMap<>();
    private final Map<String, Node> whole = new LinkedHashMap<>();
    private final Map<String, OnnxConvolution> convolutions = new HashMap<>();
    private final Set<String> inputs = new HashSet<>();

    /// Names of nodes that can compute with whole numbers, by the value they read.
    private final Map<String, List<String>> users = new HashMap<>();

    WholeNodes(OnnxGraph graph) {
        this.graph = graph;
        graph.inputs().forEach(input -> inputs.add(input.name()));
        for (Node node : graph.nodes()) {
            node.outputs().forEach(output -> makers.put(output, node));
            for (String input : new LinkedHashSet<>(node.inputs())) {
                readers.computeIfAbsent(input, _ -> new ArrayList<>()).add(node);
            }
        }
        for (Node node : graph.nodes()) {
            if (!possible(node)) continue;
            String name = name(node);
            whole.put(name, node);
            OnnxConvolution.of(node).ifPresent(found -> convolutions.put(name, found));
        }
        for (String reader : whole.keySet()) {
            for (String value : inputs(reader)) {
                users.computeIfAbsent(value, _ -> new ArrayList<>()).add(reader);
            }
        }
    }

    private boolean possible(Node node) {
        if (node.outputs().stream().noneMatch(output -> !output.isEmpty())) return false;
        if (MOVING.contains(node.operator())) return value(node.inputs().getFirst());
        if (!COMPUTING.contains(node.operator())) return false;
        Optional<OnnxConvolution> convolution = OnnxConvolution.of(node);
        if (node.operator().equals("Conv")) {
            return convolution.isPresent()
                    && value(node.inputs().getFirst())
                    && alone(convolution.get().weight())
                    && convolution.get().bias().map(this::alone).orElse(true);
        }
        return node.inputs().stream().allMatch(this::value);
    }

    private boolean value(String name) {
        return makers.containsKey(name) || inputs.contains(name);
    }

    /// Weights that nobody else reads.
    private boolean alone(String weights) {
        return graph.weights().containsKey(weights) && read(weights).size() == 1;
    }

    private List<Node> read(String value) {
        return readers.getOrDefault(value, List.of());
    }

    private String name(Node node) {
        String output = node.outputs().getFirst();
        List<Node> next = read(output);
        boolean folds =
                COMPUTING.contains(node.operator())
                        && !output(output)
                        && next.size() == 1
                        && next.getFirst().operator().equals("Relu");
        return folds ? next.getFirst().outputs().getFirst() : output;
    }

    private boolean output(String value) {
        return graph.outputs().stream().anyMatch(output -> output.name().equals(value));
    }

    /// All nodes that can, by name, in order of computation.
    Set<String> names() {
        return whole.keySet();
    }

    /// Those that multiply or add, by name: the others cost nothing.
    Set<String> computing() {
        Set<String> names = new LinkedHashSet<>();
        whole.forEach((name, node) -> {
            if (COMPUTING.contains(node.operator())) names.add(name);
        });
        return names;
    }

    /// Those that compute without weights, by name.
    Set<String> sums() {
        Set<String> names = new LinkedHashSet<>(computing());
        names.removeAll(convolutions.keySet());
        return names;
    }

    /// For each enlarged value, the last first, the nodes that must be float for it not to be rounded. One error there
    /// becomes a block of equal ones, which no later convolution averages out.
    List<Set<String>> enlarged() {
        List<Set<String>> sets = new ArrayList<>();
        whole.forEach((name, node) -> {
            if (!node.operator().equals("Resize")) return;
            Set<String> names = new LinkedHashSet<>(round(inputs(name).getFirst()));
            names.addAll(round(name));
            names.retainAll(whole.keySet());
            sets.addFirst(names);
        });
        return sets;
    }

    /// The nodes that make the graph's outputs: rounded to 256 levels, the cells round a heatmap's peak would be equal.
    Set<String> heads() {
        Set<String> names = new LinkedHashSet<>();
        graph.outputs()
                .forEach(output -> {
                    Node maker = makers.get(origin(output.name()));
                    if (maker != null && whole.containsKey(name(maker))) names.add(name(maker));
                });
        return names;
    }

    /// The node and those that read its value: all of them are float where the value is not to be rounded.
    Set<String> round(String name) {
        Set<String> names = new LinkedHashSet<>(List.of(name));
        names.addAll(users.getOrDefault(name, List.of()));
        return names;
    }

    /// Multiply-adds of these nodes.
    ///
    /// @param cells height times width, by value
    long work(Set<String> names, Map<String, Integer> cells) {
        long work = 0;
        for (String name : names) {
            OnnxConvolution convolution = convolutions.get(name);
            if (convolution == null) continue;
            long weights =
                    Objects.requireNonNull(graph.weights().get(convolution.weight())).count();
            work += weights * cells.getOrDefault(name, 1);
        }
        return work;
    }

    Optional<OnnxConvolution> convolution(String name) {
        return Optional.ofNullable(convolutions.get(name));
    }

    /// The values that a node reads, under the names of those who made them.
    List<String> inputs(String name) {
        Node node = whole.get(name);
        if (node == null) return List.of();
        return node.inputs().stream().filter(this::value).map(this::origin).toList();
    }

    /// What is rounded where all but these compute with whole numbers. Each value goes by the name of the one whose
    /// range it takes: its own, but for what is only moved.
    ///
    /// @param kept names of nodes that stay float
    Map<String, String> rounded(Set<String> kept) {
        Set<String> values = new HashSet<>();
        Map<String, String> found = new LinkedHashMap<>();
        whole.forEach((name, node) -> {
            if (kept.contains(name) || MOVING.contains(node.operator())) return;
            values.add(name);
            values.addAll(inputs(name));
        });
        // What moves rounded values gives rounded ones; nobody need ask for it.
        for (Node node : graph.nodes()) {
            for (String output : node.outputs()) {
                if (!whole.containsKey(output) || kept.contains(output)) continue;
                if (!MOVING.contains(node.operator())) continue;
                if (values.contains(origin(node.inputs().getFirst()))) {
                    values.addAll(node.outputs());
                }
            }
        }
        graph.inputs()
                .forEach(input -> {
                    if (values.contains(input.name())) found.put(input.name(), input.name());
                });
        for (Node node : graph.nodes()) {
            for (String output : node.outputs()) {
                if (values.contains(output)) found.put(output, source(output));
            }
        }
        return found;
    }

    /// Through what passes on the same values.
    private String origin(String value) {
        Node maker = makers.get(value);
        return maker != null && maker.operator().equals(SAME)
                ? origin(maker.inputs().getFirst())
                : value;
    }

    /// Through what moves values too.
    String source(String value) {
        String origin = origin(value);
        Node maker = makers.get(origin);
        if (maker == null || !MOVING.contains(maker.operator())) return origin;
        boolean moves = whole.containsKey(maker.outputs().getFirst());
        return moves ? source(maker.inputs().getFirst()) : origin;
    }

    /// Whether the value's channels have the means of those of its [#source]: what is enlarged does, what is cut,
    /// shuffled or pooled does not.
    boolean keepsMeans(String value) {
        String origin = origin(value);
        if (origin.equals(source(origin))) return true;
        Node maker = Objects.requireNonNull(makers.get(origin));
        return maker.operator().equals("Resize") && keepsMeans(maker.inputs().getFirst());
    }
}
