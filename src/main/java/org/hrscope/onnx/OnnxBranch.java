package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.onnx.OnnxHead.Channel;
import org.hrscope.onnx.OnnxHead.Source;

/// New heatmaps beside those of a model: a 1x1 convolution for each source, at its own resolution, repeated up to the
/// size of the heatmaps and summed; the result goes after the model's own heatmaps, whose nodes stay as they are. A 1x1
/// convolution and repeating cells commute, so this is exact and as small as can be: one weight per channel.
///
/// @param output the heatmaps, [1, K, h, w]
record OnnxBranch(String output, OnnxHead.Addition added) {
    /// Of `Resize` with its sizes and an input left out.
    private static final long RESIZE = 13;

    /// @throws Problem `teach.weights` if the model computes in float16, `teach.opset` if it is too old to upsample in
    void addTo(Object name, ModelProto model, GraphProto.Builder graph) throws Problem {
        for (TensorProto tensor : graph.getInitializerList()) {
            if (tensor.getDataType() == DataType.FLOAT16.getNumber()) {
                throw new Problem("teach.weights", name);
            }
        }
        boolean resized = added.from().stream().anyMatch(source -> source.factor() > 1);
        if (resized && opset(model) < RESIZE) throw new Problem("teach.opset", name, RESIZE);
        Set<String> taken = new HashSet<>();
        graph.getInitializerList().forEach(tensor -> taken.add(tensor.getName()));
        graph.getNodeList().forEach(node -> taken.addAll(node.getOutputList()));
        String own = fresh(output + ".own", taken);
        String taught = fresh(output + ".taught", taken);
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            for (int i = 0; i < node.getInputCount(); i++) {
                if (node.getInput(i).equals(output)) node.setInput(i, own);
            }
            for (int i = 0; i < node.getOutputCount(); i++) {
                if (node.getOutput(i).equals(output)) node.setOutput(i, own);
            }
        }
        List<String> terms = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < added.from().size(); i++) {
            Source source = added.from().get(i);
            terms.add(term(graph, taught + "." + i, source, first, i == 0));
            first += source.channels();
        }
        String sum = terms.getFirst();
        if (terms.size() > 1) {
            graph.addNode(node("Sum", terms, taught));
            sum = taught;
        }
        graph.addNode(node("Concat", List.of(own, sum), output).addAttribute(number("axis", 1)));
        for (ValueInfoProto.Builder value : graph.getOutputBuilderList()) {
            if (value.getName().equals(output)) widen(value);
        }
    }

    private void widen(ValueInfoProto.Builder value) {
        var shape = value.getType().getTensorType().getShape();
        if (shape.getDimCount() < 2) return;
        long channels = shape.getDim(1).getDimValue();
        if (channels > 0) {
            OnnxFilters.resize(value, 1, Math.toIntExact(channels + added.channels().size()));
        }
    }

    /// @param from index of the source's first channel among the weights
    /// @return name of the value, of the heatmaps' size
    private String term(
            GraphProto.Builder graph, String name, Source source, int from, boolean biased) {
        List<Channel> channels = added.channels();
        FloatBuffer weights = FloatBuffer.allocate(channels.size() * source.channels());
        FloatBuffer biases = FloatBuffer.allocate(channels.size());
        for (Channel channel : channels) {
            weights.put(channel.weights(), from, source.channels());
            biases.put(channel.bias());
        }
        List<String> inputs = new ArrayList<>(List.of(source.value(), name + ".weight"));
        graph.addInitializer(
                OnnxFilters.tensor(
                        name + ".weight",
                        weights.flip(),
                        channels.size(),
                        source.channels(),
                        1,
                        1));
        if (biased) {
            inputs.add(name + ".bias");
            graph.addInitializer(
                    OnnxFilters.tensor(name + ".bias", biases.flip(), channels.size()));
        }
        graph.addNode(node("Conv", inputs, name));
        if (source.factor() == 1) return name;
        FloatBuffer scales = FloatBuffer.wrap(new float[] {1, 1, source.factor(), source.factor()});
        graph.addInitializer(OnnxFilters.tensor(name + ".scales", scales, 4));
        graph.addNode(
                node("Resize", List.of(name, "", name + ".scales"), name + ".resized")
                        .addAttribute(word("mode", "nearest"))
                        .addAttribute(word("coordinate_transformation_mode", "asymmetric"))
                        .addAttribute(word("nearest_mode", "floor")));
        return name + ".resized";
    }

    private static String fresh(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; taken.contains(free) || taken.contains(free + ".0"); i++) free = name + i;
        return free;
    }

    private static long opset(ModelProto model) {
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            if (set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
                return set.getVersion();
        }
        return 0;
    }

    private static NodeProto.Builder node(String operator, List<String> inputs, String value) {
        return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(value);
    }

    private static AttributeProto.Builder number(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value);
    }

    private static AttributeProto.Builder word(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value));
    }
}
