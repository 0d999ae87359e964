package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.jspecify.annotations.Nullable;

/// Where a model's heatmaps come from, and where channels can be added: to the convolution that makes them,
/// `final_layer` in the official code, if that is the graph's last node and its float32 weights are in the file;
/// otherwise, as in quantised files, by a branch of their own beside it ([OnnxBranch]). Names may be any. Immutable.
///
/// @param output   the heatmaps, [1, K, h, w]
/// @param features the last convolution's input, [1, C, h, w]
/// @param own      that convolution's weights; empty if nothing can be added to them
public record OnnxHead(String output, String features, Optional<OnnxFilters> own) {
    /// What may lie between the last convolution and the output: each leaves a cell where it is.
    private static final Set<String> CELLWISE =
            Set.of(
                    "Add",
                    "Cast",
                    "Clip",
                    "Concat",
                    "DequantizeLinear",
                    "Identity",
                    "Mul",
                    "QuantizeLinear",
                    "Relu",
                    "Sigmoid");

    /// A value that new channels are read from.
    ///
    /// @param factor how often each cell is repeated to reach the size of the heatmaps
    public record Source(String value, int channels, int factor) {}

    /// One more channel: a 1x1 filter over the features.
    ///
    /// @param weights one per feature channel, one source after the other
    public record Channel(float[] weights, float bias) {}

    /// @param from finest first
    public record Addition(List<Source> from, List<Channel> channels) {
        public Addition {
            from = List.copyOf(from);
            channels = List.copyOf(channels);
        }
    }

    public static Optional<OnnxHead> of(OnnxGraph graph) {
        if (graph.outputs().isEmpty()) return Optional.empty();
        String output = graph.outputs().getFirst().name();
        Map<String, OnnxGraph.Node> makers = new HashMap<>();
        for (OnnxGraph.Node node : graph.nodes()) {
            for (String value : node.outputs()) makers.put(value, node);
        }
        OnnxGraph.Node end = makers.get(output);
        OnnxGraph.Node last = last(graph, makers, end);
        if (last == null) return Optional.empty();
        Optional<OnnxFilters> own = last == end ? filters(graph, end, output) : Optional.empty();
        return Optional.of(new OnnxHead(output, last.inputs().getFirst(), own));
    }

    /// The nearest convolution before the output, over nodes that leave every cell in its place; null if there is none.
    private static OnnxGraph.@Nullable Node last(
            OnnxGraph graph, Map<String, OnnxGraph.Node> makers, OnnxGraph.@Nullable Node end) {
        Deque<OnnxGraph.Node> ahead = new ArrayDeque<>();
        Set<OnnxGraph.Node> seen = new HashSet<>();
        if (end != null) ahead.add(end);
        while (!ahead.isEmpty()) {
            OnnxGraph.Node node = ahead.removeFirst();
            if (!seen.add(node)) continue;
            if (node.operator().equals("Conv")) {
                boolean computed = makers.containsKey(node.inputs().getFirst());
                if (computed && plain(node, kernel(graph, node))) return node;
            } else if (CELLWISE.contains(node.operator())) {
                node.inputs().stream()
                        .flatMap(v -> Stream.ofNullable(makers.get(v)))
                        .forEach(ahead::add);
            }
        }
        return null;
    }

    /// Height of the kernel if it is square; 0 if not known.
    private static int kernel(OnnxGraph graph, OnnxGraph.Node convolution) {
        Shape filters = graph.weights().get(convolution.inputs().get(1));
        if (filters != null && filters.rank() == 4) {
            return filters.size(2) == filters.size(3) ? filters.size(2) : 0;
        }
        String said = convolution.attributes().getOrDefault("kernel_shape", "");
        return said.matches("(\\d),\\1") ? Integer.parseInt(said.substring(0, 1)) : 0;
    }

    private static Optional<OnnxFilters> filters(
            OnnxGraph graph, OnnxGraph.Node convolution, String output) {
        List<String> inputs = convolution.inputs();
        Shape shape = graph.weights().get(inputs.get(1));
        String bias = inputs.size() > 2 ? inputs.get(2) : "";
        boolean biased = bias.isEmpty() || graph.weights().containsKey(bias);
        boolean alone = uses(graph, output) == 0 && uses(graph, inputs.get(1)) == 1;
        boolean grouped = !convolution.attributes().getOrDefault("group", "1").equals("1");
        return shape != null && biased && alone && !grouped
                ? Optional.of(new OnnxFilters(output, inputs.get(1), bias, shape))
                : Optional.empty();
    }

    /// Whether a cell of the output lies where the cell of the input does.
    private static boolean plain(OnnxGraph.Node convolution, int k) {
        String same = String.join(",", Collections.nCopies(4, String.valueOf(k / 2)));
        return k % 2 == 1
                && convolution.attributes().getOrDefault("pads", "0,0,0,0").equals(same)
                && convolution.attributes().getOrDefault("dilations", "1,1").equals("1,1")
                && convolution.attributes().getOrDefault("strides", "1,1").equals("1,1");
    }

    private static long uses(OnnxGraph graph, String value) {
        return graph.nodes().stream().filter(node -> node.inputs().contains(value)).count();
    }

    /// A copy of a model with more output channels, after those it has.
    ///
    /// @param metadata replaces entries of the same key
    /// @throws Problem `teach.weights` if the weights are not float32 within the file, `onnx.*`
    public byte[] extended(Path file, Addition added, Map<String, String> metadata) throws Problem {
        return OnnxReader.read(file, model -> extended(file, model, added, metadata));
    }

    /// The same for a model in memory; `name` is for error sentences.
    public byte[] extended(Object name, byte[] model, Addition added, Map<String, String> metadata)
            throws Problem {
        return extended(name, OnnxReader.parse(name, ByteBuffer.wrap(model)), added, metadata);
    }

    private byte[] extended(
            Object name, ModelProto model, Addition added, Map<String, String> metadata)
            throws Problem {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        for (TensorProto tensor : graph.getInitializerList()) {
            if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                throw new Problem("teach.weights", name);
            }
        }
        // A rounded head has no place for filters of another scale.
        OnnxFilters filters =
                own.filter(f ->
                                !new RoundedGraph(model.getGraph())
                                        .stored()
                                        .containsKey(f.weight()))
                        .orElse(null);
        boolean last = added.from.size() == 1 && added.from.getFirst().value().equals(features);
        if (filters != null && last) filters.append(name, graph, added.channels);
        else new OnnxBranch(output, added).addTo(name, model, graph);
        ModelProto.Builder edited = model.toBuilder().setGraph(graph);
        OnnxMetadata.put(edited, metadata);
        return edited.build().toByteArray();
    }
}
