package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;

/// The convolution a model's heatmaps come from, `final_layer` in the official code: where channels can be added. Any
/// graph whose first output is made by a `Conv` with float32 weights in the file has one; names may be any. Immutable.
///
/// @param output   the heatmaps, [1, K, h, w]
/// @param features the convolution's input, [1, C, h, w]
/// @param weight   name of its weights, [K, C, k, k]
/// @param bias     name of its bias, [K]; empty if it has none
/// @param filters  shape of the weights
public record OnnxHead(String output, String features, String weight, String bias, Shape filters) {

    /// One more channel: a 1x1 filter over the features.
    ///
    /// @param weights one per feature channel
    public record Channel(float[] weights, float bias) {}

    public static Optional<OnnxHead> of(OnnxGraph graph) {
        if (graph.outputs().isEmpty()) return Optional.empty();
        String output = graph.outputs().getFirst().name();
        for (OnnxGraph.Node node : graph.nodes()) {
            if (!node.outputs().contains(output) || !node.operator().equals("Conv")) continue;
            List<String> inputs = node.inputs();
            Shape filters = graph.weights().get(inputs.get(1));
            if (filters == null || !plain(node, filters)) continue;
            String bias = inputs.size() > 2 ? inputs.get(2) : "";
            if (!bias.isEmpty() && !graph.weights().containsKey(bias)) continue;
            if (uses(graph, output) > 0 || uses(graph, inputs.get(1)) > 1) continue;
            return Optional.of(
                    new OnnxHead(output, inputs.getFirst(), inputs.get(1), bias, filters));
        }
        return Optional.empty();
    }

    private static boolean plain(OnnxGraph.Node convolution, Shape filters) {
        int k = filters.rank() == 4 ? filters.size(2) : 0;
        // A cell of the heatmaps must lie where the cell of the features does.
        String same = "%1$d,%1$d,%1$d,%1$d".formatted(k / 2);
        return k % 2 == 1
                && filters.size(3) == k
                && (k == 1 || convolution.attributes().getOrDefault("pads", "").equals(same))
                && convolution.attributes().getOrDefault("group", "1").equals("1")
                && convolution.attributes().getOrDefault("strides", "1,1").equals("1,1");
    }

    private static long uses(OnnxGraph graph, String value) {
        return graph.nodes().stream().filter(node -> node.inputs().contains(value)).count();
    }

    /// Number of feature channels.
    public int channels() {
        return filters.size(1);
    }

    /// A copy of a model with more output channels, after those it has.
    ///
    /// @param metadata replaces entries of the same key
    /// @throws Problem `teach.weights` if the filters are not float32 within the file, `onnx.*`
    public byte[] extended(Path file, List<Channel> added, Map<String, String> metadata)
            throws Problem {
        return OnnxReader.read(file, model -> extended(file, model, added, metadata));
    }

    /// The same for a model in memory; `name` is for error sentences.
    public byte[] extended(
            Object name, byte[] model, List<Channel> added, Map<String, String> metadata)
            throws Problem {
        return extended(name, OnnxReader.parse(name, ByteBuffer.wrap(model)), added, metadata);
    }

    private byte[] extended(
            Object name, ModelProto model, List<Channel> added, Map<String, String> metadata)
            throws Problem {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        // A rounded head has no place for filters of another scale.
        if (new RoundedGraph(model.getGraph()).stored().containsKey(weight)) {
            throw new Problem("teach.weights", name);
        }
        for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
            if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                throw new Problem("teach.weights", name);
            }
            if (tensor.getName().equals(weight)) append(name, tensor, filters(added));
            if (tensor.getName().equals(bias)) append(name, tensor, biases(added));
        }
        if (bias.isEmpty()) addBias(graph, added);
        List<ValueInfoProto.Builder> declared = new ArrayList<>(graph.getInputBuilderList());
        declared.addAll(graph.getOutputBuilderList());
        declared.addAll(graph.getValueInfoBuilderList());
        int all = filters.size(0) + added.size();
        for (ValueInfoProto.Builder value : declared) {
            if (value.getName().equals(output)) resize(value, 1, all);
            else if (value.getName().equals(weight) || value.getName().equals(bias))
                resize(value, 0, all);
        }
        ModelProto.Builder edited = model.toBuilder().setGraph(graph);
        OnnxMetadata.put(edited, metadata);
        return edited.build().toByteArray();
    }

    private static void resize(ValueInfoProto.Builder value, int axis, int size) {
        var shape = value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        if (shape.getDimCount() > axis) shape.getDimBuilder(axis).setDimValue(size);
    }

    /// The added weights in the centre of filters as large as the others.
    private FloatBuffer filters(List<Channel> added) {
        int cells = filters.size(2) * filters.size(3);
        FloatBuffer rows = FloatBuffer.allocate(added.size() * channels() * cells);
        for (int i = 0; i < added.size(); i++) {
            for (int c = 0; c < channels(); c++) {
                rows.put((i * channels() + c) * cells + cells / 2, added.get(i).weights()[c]);
            }
        }
        return rows;
    }

    private static FloatBuffer biases(List<Channel> added) {
        FloatBuffer biases = FloatBuffer.allocate(added.size());
        for (Channel channel : added) biases.put(channel.bias());
        return biases.flip();
    }

    private static void append(Object name, TensorProto.Builder tensor, FloatBuffer added)
            throws Problem {
        if (tensor.getDataType() != DataType.FLOAT.getNumber()) {
            throw new Problem("teach.weights", name);
        }
        if (tensor.getRawData().isEmpty()) {
            for (int i = 0; i < added.limit(); i++) tensor.addFloatData(added.get(i));
        } else {
            tensor.setRawData(tensor.getRawData().concat(raw(added)));
        }
        long each = added.limit();
        for (int axis = 1; axis < tensor.getDimsCount(); axis++) each /= tensor.getDims(axis);
        tensor.setDims(0, tensor.getDims(0) + each);
    }

    private static ByteString raw(FloatBuffer values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.limit() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values.duplicate());
        return ByteString.copyFrom(bytes);
    }

    private void addBias(GraphProto.Builder graph, List<Channel> added) {
        String name = output + ".bias";
        FloatBuffer all = FloatBuffer.allocate(filters.size(0) + added.size());
        all.put(filters.size(0), biases(added), 0, added.size());
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(DataType.FLOAT.getNumber())
                        .addDims(all.limit())
                        .setRawData(raw(all)));
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            if (!node.getOutputList().contains(output)) continue;
            if (node.getInputCount() > 2) node.setInput(2, name);
            else node.addInput(name);
        }
    }
}
