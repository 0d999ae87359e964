package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A network as converters to float16 write it: weights, values, input and output; the scales of Resize stay float.
public final class HalfNetwork {
    private HalfNetwork() {}

    /// @param file in float32
    public static Path of(Path file, Path half) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder();
        Set<String> scales = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Resize")) scales.addAll(node.getInputList().subList(1, 3));
        }
        for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
            boolean single = tensor.getDataType() == DataType.FLOAT.getNumber();
            if (single && !scales.contains(tensor.getName())) halve(tensor);
        }
        for (var values :
                List.of(
                        graph.getInputBuilderList(),
                        graph.getOutputBuilderList(),
                        graph.getValueInfoBuilderList())) {
            for (ValueInfoProto.Builder value : values) {
                value.getTypeBuilder()
                        .getTensorTypeBuilder()
                        .setElemType(DataType.FLOAT16.getNumber());
            }
        }
        return Files.write(half, model.build().toByteArray());
    }

    private static void halve(TensorProto.Builder tensor) {
        float[] values = OnnxWeights.values(tensor.build());
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) bytes.putShort(Float.floatToFloat16(value));
        tensor.clearFloatData().setRawData(ByteString.copyFrom(bytes.flip()));
        tensor.setDataType(DataType.FLOAT16.getNumber());
    }
}
