package org.hrscope.ablation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.ablation.Gate.Kind;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.Layer;
import org.hrscope.hrnet.Operation;
import org.hrscope.hrnet.Part;
import org.hrscope.onnx.GatedValue;
import org.hrscope.onnx.OnnxGraph;
import org.jspecify.annotations.Nullable;

/// Finds the gates of an HRNet: every path, branch, block and layer. Used once.
final class HrNetGates {
    private static final Set<String> ADDING = Set.of("Add", "Sum", "Relu");

    private final HrNet net;
    private final Map<String, OnnxGraph.Node> makers = new HashMap<>();
    private final List<Gate> gates = new ArrayList<>();

    /// @param graph of the file that the network was read from
    HrNetGates(HrNet net, OnnxGraph graph) {
        this.net = net;
        for (OnnxGraph.Node node : graph.nodes()) {
            node.outputs().forEach(output -> makers.put(output, node));
        }
    }

    List<Gate> find() {
        for (Part part : net.parts()) {
            if (part.kind() == Part.Kind.PICTURE) continue;
            Map<String, String> aliases = new HashMap<>();
            for (Layer layer : part.layers()) {
                if (layer.operation() instanceof Operation.Alias) {
                    aliases.put(layer.inputs().getFirst(), layer.name());
                }
            }
            if (part.kind() == Part.Kind.FUSED) addOwnPart(part);
            for (Layer layer : part.layers()) add(part, layer, aliases.get(layer.name()));
        }
        return gates;
    }

    private void add(Part part, Layer layer, @Nullable String alias) {
        boolean up = part.kind() == Part.Kind.EXCHANGE_UP;
        // Gate before upsampling, where the map is smaller.
        if (layer.operation() instanceof Operation.Alias
                || (up && layer.operation() instanceof Operation.Upsample)
                || !makers.containsKey(layer.name())) {
            return;
        }
        List<String> names = new ArrayList<>(List.of(up ? part.name() : layer.name()));
        Kind kind = Kind.VALUE;
        if (layer.operation() instanceof Operation.Convolution c && !c.relu()) {
            c.norm().ifPresent(names::add);
            boolean shortcut = layer.name().endsWith(".downsample");
            kind =
                    switch (part.kind()) {
                        case EXCHANGE_UP, EXCHANGE_DOWN -> Kind.PATH;
                        case BRANCH, BOTTLENECK -> shortcut ? Kind.VALUE : Kind.RESIDUAL;
                        default -> Kind.VALUE;
                    };
        }
        if (alias != null) {
            boolean branch = part.kind() == Part.Kind.BRANCH;
            names.add(branch ? 0 : names.size(), alias);
            if (branch) kind = Kind.BRANCH;
        }
        int channels = layer.output().channels();
        gates.add(new Gate(names, kind, GatedValue.everywhere(layer.name(), channels)));
    }

    /// A branch enters its own row's sum unchanged: the gain applies to that edge only, not to the other paths.
    private void addOwnPart(Part fused) {
        for (String term : fused.inputs()) {
            Part branch = net.part(term);
            if (branch.kind() != Part.Kind.BRANCH) continue;
            Set<String> sum = new HashSet<>();
            collect(fused.name(), Set.copyOf(fused.inputs()), sum);
            String name = Gates.ownPart(term);
            int channels = branch.output().output().channels();
            gates.add(
                    new Gate(
                            List.of(name),
                            Kind.IDENTITY,
                            new GatedValue(term, channels, sum, name)));
        }
    }

    private void collect(String value, Set<String> terms, Set<String> sum) {
        OnnxGraph.Node maker = makers.get(value);
        if (maker == null || terms.contains(value) || !ADDING.contains(maker.operator())) return;
        if (sum.add(value)) maker.inputs().forEach(input -> collect(input, terms, sum));
    }
}
