package org.hrscope.ui.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Shape;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.onnx.OnnxGraph.Node;

/// Merges graph nodes that only pass one value on (ReLU, batch norm, reshape, ...) into the node they follow, and if
/// too many remain, whole chains of one size into one. Used once.
final class GraphGroups {
    /// More nodes than anyone can follow.
    private static final int MOST = 160;

    /// These remain separate although they have one input.
    private static final Set<String> ANCHORS =
            Set.of(
                    "Conv",
                    "ConvTranspose",
                    "Gemm",
                    "MatMul",
                    "MaxPool",
                    "AveragePool",
                    "GlobalAveragePool",
                    "Resize",
                    "Upsample");

    /// A group of nodes in order of computation; its last output is shown.
    static final class Group {
        final List<String> operators = new ArrayList<>();
        final Set<String> values = new LinkedHashSet<>();
        final Set<Group> inputs = new LinkedHashSet<>();
        String name = "";
        Shape shape = Shape.of(1, 1, 1, 1);
        boolean takesPicture;
        long parameters;
        long multiplyAdds;
    }

    private final OnnxGraph graph;
    private final Map<String, Shape> shapes;
    private final Map<String, Group> owners = new HashMap<>();
    private final Set<Group> groups = new LinkedHashSet<>();

    private GraphGroups(OnnxGraph graph, Map<String, Shape> shapes) {
        this.graph = graph;
        this.shapes = shapes;
    }

    /// Groups that output maps, in order of computation.
    static List<Group> of(OnnxGraph graph, Map<String, Shape> shapes) {
        GraphGroups found = new GraphGroups(graph, shapes);
        graph.nodes().forEach(found::add);
        found.groups.removeIf(group -> group.name.isEmpty());
        if (found.groups.size() > MOST) found.joinChains();
        return List.copyOf(found.groups);
    }

    private void add(Node node) {
        Set<Group> inputs = new LinkedHashSet<>();
        boolean picture = false;
        for (String input : node.inputs()) {
            Group owner = owners.get(input);
            if (owner != null) inputs.add(owner);
            picture |= graph.inputs().stream().anyMatch(v -> v.name().equals(input));
        }
        boolean follows = inputs.size() == 1 && !picture && !ANCHORS.contains(node.operator());
        Group group = follows ? inputs.iterator().next() : new Group();
        if (!follows) {
            groups.add(group);
            inputs.stream().filter(g -> !g.name.isEmpty()).forEach(group.inputs::add);
            group.takesPicture = picture;
        }
        group.operators.add(node.operator());
        for (String output : node.outputs()) {
            owners.put(output, group);
            group.values.add(output);
            Shape shape = shapes.get(output);
            if (shape == null || shape.rank() != 4 || shape.size(2) * shape.size(3) < 2) continue;
            group.name = output;
            group.shape = shape;
            cost(group, node, shape);
        }
    }

    private void cost(Group group, Node node, Shape output) {
        for (String input : node.inputs()) {
            Shape weights = graph.weights().get(input);
            if (weights == null) continue;
            group.parameters += weights.count();
            if (weights.rank() == 4 && node.operator().equals("Conv")) {
                group.multiplyAdds += weights.count() * output.size(2) * output.size(3);
            }
        }
    }

    /// A group joins its predecessor if it is the only consumer, at the same resolution.
    private void joinChains() {
        Map<Group, Integer> takers = new HashMap<>();
        groups.forEach(g -> g.inputs.forEach(i -> takers.merge(i, 1, Integer::sum)));
        Map<Group, Group> joined = new LinkedHashMap<>();
        for (Group group : new ArrayList<>(groups)) {
            Set<Group> inputs = new LinkedHashSet<>();
            group.inputs.forEach(i -> inputs.add(joined.getOrDefault(i, i)));
            Group before = group.inputs.size() == 1 ? group.inputs.iterator().next() : null;
            group.inputs.clear();
            group.inputs.addAll(inputs);
            if (before == null || group.takesPicture || takers.getOrDefault(before, 0) != 1)
                continue;
            Group into = joined.getOrDefault(before, before);
            if (into.shape.size(2) != group.shape.size(2)) continue;
            into.operators.addAll(group.operators);
            into.values.addAll(group.values);
            into.parameters += group.parameters;
            into.multiplyAdds += group.multiplyAdds;
            into.name = group.name;
            into.shape = group.shape;
            joined.put(group, into);
            groups.remove(group);
        }
    }
}
