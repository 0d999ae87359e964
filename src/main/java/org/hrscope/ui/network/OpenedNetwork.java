package org.hrscope.ui.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hrscope.domain.Problem;
import org.hrscope.hrnet.Grown;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetReader;
import org.hrscope.inference.InnerSession;
import org.hrscope.inference.ModelFile;
import org.hrscope.onnx.OnnxGraph;
import org.hrscope.quantise.RoundedNetwork;
import org.hrscope.ui.equation.Anatomy;
import org.jspecify.annotations.Nullable;

/// A model file with its map, and the node each kernel belongs to.
///
/// @param net     the network as data; null if it is not an HRNet
/// @param grown   what is untrained in it; null unless it was grown
/// @param rounded what rounding does to it; null unless it is quantised
/// @param anatomy how its values are computed; null if unknown
/// @param kernels map node by kernel name: ONNX Runtime takes the file's node name or, without one, operator and index;
///     a fused kernel is named after its output
public record OpenedNetwork(
        ModelFile file,
        @Nullable HrNet net,
        @Nullable Grown grown,
        @Nullable RoundedNetwork rounded,
        MapLayout map,
        @Nullable Anatomy anatomy,
        Map<String, MapNode> kernels) {

    public OpenedNetwork {
        kernels = Map.copyOf(kernels);
    }

    /// Reads the file and lays it out. Not on the FX thread: a foreign model is opened once to learn its shapes.
    static OpenedNetwork of(ModelFile file) throws Problem {
        OnnxGraph graph = file.graph();
        Optional<HrNet> net = HrNetReader.read(graph, file.info().inputShape());
        MapLayout map = net.isPresent() ? HrNetMapLayout.of(net.get(), graph) : plain(file, graph);
        Map<String, MapNode> owners = map.owners();
        Map<String, MapNode> kernels = new HashMap<>();
        List<OnnxGraph.Node> nodes = graph.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            OnnxGraph.Node node = nodes.get(i);
            for (String output : node.outputs()) {
                MapNode owner = owners.get(output);
                if (owner == null) continue;
                kernels.put(output, owner);
                kernels.put(node.name().isEmpty() ? node.operator() + "_" + i : node.name(), owner);
            }
        }
        Grown grown = net.flatMap(known -> Grown.of(known, graph.metadata())).orElse(null);
        Set<String> names = map.nodes().stream().map(MapNode::name).collect(Collectors.toSet());
        Anatomy anatomy = new Anatomy(file, graph, names);
        RoundedNetwork rounded = RoundedNetwork.of(graph).orElse(null);
        return new OpenedNetwork(file, net.orElse(null), grown, rounded, map, anatomy, kernels);
    }

    /// Whether there is more to see than the image: of a network with a free input size, inner values may have no
    /// shapes.
    boolean mapped() {
        return map.nodes().size() > 1;
    }

    private static MapLayout plain(ModelFile file, OnnxGraph graph) throws Problem {
        try (InnerSession inner = InnerSession.beside(file, graph, graph.values())) {
            return GraphMapLayout.of(
                    file.info().name(), graph, inner.shapes(), file.info().inputShape());
        }
    }
}
