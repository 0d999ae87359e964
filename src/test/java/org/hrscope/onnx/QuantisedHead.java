package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A network whose last convolution is quantised as ONNX Runtime's tools do it: `QuantizeLinear` and `DequantizeLinear`
/// round its input and its output, and int8 weights.
public final class QuantisedHead {
    private static final float SCALE = 1 / 32f;

    private QuantisedHead() {}

    /// @param from a network of ours with a 1x1 head
    public static Path write(Path from, Path to) throws Exception {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(from)).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        int last = graph.getNodeCount() - 1;
        NodeProto head = graph.getNode(last);
        graph.removeNode(last);
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto tensor = graph.getInitializer(i);
            if (!tensor.getName().equals(head.getInput(1))) continue;
            ByteBuffer rounded = ByteBuffer.allocate(tensor.getRawData().size() / 4);
            ByteBuffer weights =
                    tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            while (weights.hasRemaining()) {
                int whole = Math.round(weights.getFloat() / SCALE);
                rounded.put((byte) Math.clamp(whole, -128, 127));
            }
            TensorProto.Builder small =
                    TensorProto.newBuilder()
                            .setName("head.w8")
                            .setDataType(DataType.INT8.getNumber())
                            .addAllDims(tensor.getDimsList())
                            .setRawData(ByteString.copyFrom(rounded.flip()));
            graph.setInitializer(i, small);
        }
        graph.addInitializer(
                OnnxFilters.tensor("scale", java.nio.FloatBuffer.wrap(new float[] {SCALE})));
        zero(graph, "zero.x", DataType.UINT8, 0);
        zero(graph, "zero.w", DataType.INT8, 0);
        zero(graph, "zero.y", DataType.UINT8, 128);
        String x = head.getInput(0);
        node(graph, "QuantizeLinear", List.of(x, "scale", "zero.x"), "head.x8");
        node(graph, "DequantizeLinear", List.of("head.x8", "scale", "zero.x"), "head.x");
        node(graph, "DequantizeLinear", List.of("head.w8", "scale", "zero.w"), "head.w");
        graph.addNode(
                head.toBuilder()
                        .setInput(0, "head.x")
                        .setInput(1, "head.w")
                        .setOutput(0, "head.y"));
        node(graph, "QuantizeLinear", List.of("head.y", "scale", "zero.y"), "head.y8");
        node(graph, "DequantizeLinear", List.of("head.y8", "scale", "zero.y"), head.getOutput(0));
        return Files.write(to, model.build().toByteArray());
    }

    private static void zero(GraphProto.Builder graph, String name, DataType type, int value) {
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(type.getNumber())
                        .setRawData(ByteString.copyFrom(new byte[] {(byte) value})));
    }

    private static void node(
            GraphProto.Builder graph, String operator, List<String> inputs, String output) {
        graph.addNode(
                NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output));
    }
}
