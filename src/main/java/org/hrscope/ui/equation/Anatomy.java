package org.hrscope.ui.equation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxConvolution;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxKernel;
import org.jspecify.annotations.Nullable;

/// How each value of a network is computed, read off its file: of any network, HRNet or not. Any thread.
public final class Anatomy {
    private static final Set<String> ADDING = Set.of("Add", "Sum");
    private static final Set<String> IN_A_BLOCK = Set.of("Conv", "Relu", "Identity");

    /// Longer than any block.
    private static final int MOST_STEPS = 16;

    /// A foreign network's node may lead back a long way.
    private static final int MOST_CONVOLUTIONS = 16;

    private final ModelFile file;
    private final OnnxGraph graph;
    private final Set<String> nodes;
    private final Map<String, OnnxGraph.Node> makers = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();

    /// @param graph of the same file
    /// @param nodes the values that the map has as nodes
    public Anatomy(ModelFile file, OnnxGraph graph, Set<String> nodes) {
        this.file = file;
        this.graph = graph;
        this.nodes = Set.copyOf(nodes);
        for (OnnxGraph.Node node : graph.nodes()) {
            node.outputs().forEach(output -> makers.put(output, node));
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
    }

    boolean isNode(String value) {
        return nodes.contains(value);
    }

    Derivation derivation(String value) {
        String at = behind(value, "Identity");
        boolean relu = isMadeBy(at, Set.of("Relu"));
        if (relu) at = behind(input(at), "Identity");
        OnnxGraph.Node maker = makers.get(at);
        if (maker == null) return new Derivation.Other("", List.of());
        Optional<OnnxConvolution> convolution = OnnxConvolution.of(maker);
        if (convolution.isPresent()) return new Derivation.Weighted(convolution.get(), relu);
        List<String> terms = new ArrayList<>();
        collect(at, terms);
        boolean sums = terms.size() > 1 && terms.stream().noneMatch(graph.weights()::containsKey);
        return sums ? new Derivation.Sum(terms, steps(terms), relu) : other(value);
    }

    private Derivation other(String value) {
        OnnxGraph.Node maker = makers.get(behind(value, "Identity"));
        if (maker == null) return new Derivation.Other("", List.of());
        List<String> inputs = new ArrayList<>(new LinkedHashSet<>(maker.inputs()));
        inputs.removeIf(name -> !makers.containsKey(name));
        return new Derivation.Other(maker.operator(), inputs);
    }

    /// Three terms are added in two nodes; a partial sum that somebody else reads is a term itself.
    private void collect(String sum, List<String> terms) {
        OnnxGraph.Node maker = makers.get(sum);
        if (maker == null || !ADDING.contains(maker.operator())) return;
        for (String term : maker.inputs()) {
            boolean partial = isMadeBy(term, ADDING) && readers.getOrDefault(term, 0) == 1;
            if (partial) collect(term, terms);
            else terms.add(term);
        }
    }

    /// In a block both terms come from one value: the convolutions on the longer way, its last one aside.
    private List<String> steps(List<String> terms) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 2 && terms.size() == 2; i++) {
            List<String> way = way(terms.get(i));
            List<String> others = way(terms.get(1 - i));
            String root = way.stream().filter(others::contains).findFirst().orElse(null);
            for (String at : way.subList(0, Math.max(0, way.indexOf(root)))) {
                if (!isMadeBy(at, Set.of("Conv"))) continue;
                if (!input(at).equals(root)) steps.addFirst(input(at));
            }
        }
        return steps;
    }

    /// A value and those before it, as far as a block reaches.
    private List<String> way(String value) {
        List<String> way = new ArrayList<>(List.of(value));
        while (way.size() < MOST_STEPS && isMadeBy(way.getLast(), IN_A_BLOCK)) {
            way.add(input(way.getLast()));
        }
        return way;
    }

    private boolean isMadeBy(String value, Set<String> operators) {
        OnnxGraph.Node maker = makers.get(value);
        return maker != null && operators.contains(maker.operator()) && !maker.inputs().isEmpty();
    }

    /// The first input of the node that makes it.
    private String input(String value) {
        OnnxGraph.Node maker = makers.get(value);
        return maker == null ? value : maker.inputs().getFirst();
    }

    private String behind(String value, String operator) {
        String at = value;
        for (int i = 0; i < MOST_STEPS && isMadeBy(at, Set.of(operator)); i++) at = input(at);
        return at;
    }

    /// The convolution that computes it, ReLU aside.
    @Nullable OnnxConvolution convolution(String value) {
        return derivation(value) instanceof Derivation.Weighted weighted
                ? weighted.convolution()
                : null;
    }

    /// The outputs of a node's convolutions, ReLU included, in order of computation: back to where another node's
    /// begin.
    List<String> convolutions(String node) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            boolean inside = at.equals(node) || !isNode(at);
            if (!inside || !seen.add(at) || found.size() > MOST_CONVOLUTIONS) continue;
            Derivation derivation = derivation(at);
            if (derivation instanceof Derivation.Weighted) found.addFirst(at);
            switch (derivation) {
                case Derivation.Sum sum -> open.addAll(sum.terms().reversed());
                case Derivation.Weighted weighted -> open.add(weighted.convolution().input());
                case Derivation.Other other -> open.addAll(other.inputs());
            }
        }
        List<String> order = new ArrayList<>(graph.values());
        found.sort(Comparator.comparingInt(order::indexOf));
        return found;
    }

    /// Whether batch norm follows as a node of its own.
    boolean isNormed(OnnxConvolution convolution) {
        return graph.nodes().stream()
                .filter(node -> node.operator().equals("BatchNormalization"))
                .anyMatch(node -> node.inputs().contains(convolution.output()));
    }

    /// Reads the weights. Not on the FX thread.
    ///
    /// @throws Problem `kernel.*` if the file has them in another form
    OnnxKernel kernel(OnnxConvolution convolution) throws Problem {
        String name = convolution.weight();
        OnnxGraph.Node maker = makers.get(name);
        if (maker != null) {
            boolean quantised = maker.operator().equals("DequantizeLinear");
            String key = quantised ? "kernel.quantised" : "kernel.computed";
            throw new Problem(key, file, convolution.output(), maker.operator());
        }
        Set<String> needed = new LinkedHashSet<>(Set.of(name));
        convolution.bias().ifPresent(needed::add);
        return OnnxKernel.of(convolution, file.weights(needed::contains))
                .orElseThrow(() -> new Problem("kernel.unread", file, convolution.output()));
    }
}
