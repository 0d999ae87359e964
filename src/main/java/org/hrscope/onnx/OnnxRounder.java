package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hrscope.domain.Problem;

/// Puts pairs of `QuantizeLinear` and `DequantizeLinear` into a copy of a model (the QDQ format of
/// onnxruntime.ai/docs/performance/model-optimizations/quantization.html), so that a runtime with whole-number kernels
/// uses them. The rounded value keeps the old name, and so does each weight: whoever knows the graph finds it
/// unchanged.
///
/// @param values  what is rounded, and how: node outputs and the graph's input, eight bits without a sign
/// @param weights tensors that take the places of float32 ones
public record OnnxRounder(Map<String, OnnxRounding> values, List<Stored> weights) {
    private static final String EXACT = ".exact";
    private static final String WHOLE = ".whole";
    private static final String ROUNDED = ".rounded";

    /// @param whole  little-endian, row-major: 8 bits each, or 32 where `wide`
    /// @param scales one for each output channel, the first axis
    public record Stored(String name, byte[] whole, boolean wide, float[] scales) {}

    public OnnxRounder {
        values = Map.copyOf(values);
        weights = List.copyOf(weights);
    }

    /// @param metadata replaces entries of the same key
    public byte[] of(Path file, Map<String, String> metadata) throws Problem {
        return OnnxReader.read(file, model -> rounded(model, metadata));
    }

    /// The same for a model in memory; `name` is for error sentences.
    public byte[] of(Object name, byte[] model, Map<String, String> metadata) throws Problem {
        return rounded(OnnxReader.parse(name, ByteBuffer.wrap(model)), metadata);
    }

    private byte[] rounded(ModelProto model, Map<String, String> metadata) {
        GraphProto old = model.getGraph();
        GraphProto.Builder graph = old.toBuilder().clearNode().clearInitializer().clearInput();
        putWeights(old, graph);
        Map<String, String> inputs = new HashMap<>();
        Set<String> replaced = new HashSet<>();
        weights.forEach(each -> replaced.add(each.name()));
        for (var input : old.getInputList()) {
            // Old files list the weights too.
            if (!replaced.contains(input.getName())) graph.addInput(input);
            if (!values.containsKey(input.getName())) continue;
            inputs.put(input.getName(), input.getName() + ROUNDED);
            putPair(graph, input.getName(), input.getName(), input.getName() + ROUNDED);
        }
        for (NodeProto node : old.getNodeList()) {
            NodeProto.Builder edited = node.toBuilder();
            for (int i = 0; i < node.getInputCount(); i++) {
                edited.setInput(i, inputs.getOrDefault(node.getInput(i), node.getInput(i)));
            }
            List<String> made = new ArrayList<>();
            for (int i = 0; i < node.getOutputCount(); i++) {
                String output = node.getOutput(i);
                if (!values.containsKey(output)) continue;
                edited.setOutput(i, output + EXACT);
                made.add(output);
            }
            graph.addNode(edited);
            made.forEach(output -> putPair(graph, output, output + EXACT, output));
        }
        ModelProto.Builder edited = model.toBuilder().setGraph(graph);
        OnnxMetadata.put(edited, metadata);
        return edited.build().toByteArray();
    }

    private void putWeights(GraphProto old, GraphProto.Builder graph) {
        Map<String, Stored> by = new HashMap<>();
        weights.forEach(each -> by.put(each.name(), each));
        for (TensorProto tensor : old.getInitializerList()) {
            Stored stored = by.get(tensor.getName());
            if (stored == null) {
                graph.addInitializer(tensor);
                continue;
            }
            String name = stored.name();
            DataType type = stored.wide() ? DataType.INT32 : DataType.INT8;
            int channels = stored.scales().length;
            int width = stored.wide() ? Integer.BYTES : 1;
            graph.addInitializer(
                    TensorProto.newBuilder()
                            .setName(name + WHOLE)
                            .setDataType(type.getNumber())
                            .addAllDims(tensor.getDimsList())
                            .setRawData(UnsafeByteOperations.unsafeWrap(stored.whole())));
            graph.addInitializer(floats(name + ".scale", stored.scales()).addDims(channels));
            graph.addInitializer(
                    TensorProto.newBuilder()
                            .setName(name + ".zero")
                            .setDataType(type.getNumber())
                            .addDims(channels)
                            .setRawData(ByteString.copyFrom(new byte[channels * width])));
            NodeProto.Builder pair = half("DequantizeLinear", name, name + WHOLE, name);
            pair.addAttributeBuilder()
                    .setName("axis")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(0);
            graph.addNode(pair);
        }
    }

    private void putPair(GraphProto.Builder graph, String value, String exact, String rounded) {
        OnnxRounding rounding = Objects.requireNonNull(values.get(value));
        graph.addInitializer(floats(value + ".scale", rounding.scales()));
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(value + ".zero")
                        .setDataType(DataType.UINT8.getNumber())
                        .setRawData(ByteString.copyFrom(new byte[] {(byte) rounding.zero()})));
        graph.addNode(half("QuantizeLinear", value, exact, value + WHOLE));
        graph.addNode(half("DequantizeLinear", value, value + WHOLE, rounded));
    }

    private static TensorProto.Builder floats(String name, float[] values) {
        ByteBuffer raw =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.FLOAT.getNumber())
                .setRawData(ByteString.copyFrom(raw));
    }

    private static NodeProto.Builder half(String operator, String value, String from, String to) {
        return NodeProto.newBuilder()
                .setName(to + "." + operator)
                .setOpType(operator)
                .addInput(from)
                .addInput(value + ".scale")
                .addInput(value + ".zero")
                .addOutput(to);
    }
}
