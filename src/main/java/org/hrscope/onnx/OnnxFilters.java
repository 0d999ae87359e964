package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.onnx.OnnxHead.Channel;

/// The weights of a graph's last convolution, to which output channels can be added. Immutable.
///
/// @param output the convolution's, [1, K, h, w]
/// @param weight name of the weights, [K, C, k, k]
/// @param bias   name of the bias, [K]; empty if there is none
public record OnnxFilters(String output, String weight, String bias, Shape shape) {

    /// @throws Problem `teach.weights` if they are not float32
    void append(Object name, GraphProto.Builder graph, List<Channel> added) throws Problem {
        for (TensorProto.Builder tensor : graph.getInitializerBuilderList()) {
            if (tensor.getName().equals(weight)) append(name, tensor, filters(added));
            if (tensor.getName().equals(bias)) append(name, tensor, biases(added));
        }
        if (bias.isEmpty()) addBias(graph, added);
        List<ValueInfoProto.Builder> declared = new ArrayList<>(graph.getInputBuilderList());
        declared.addAll(graph.getOutputBuilderList());
        declared.addAll(graph.getValueInfoBuilderList());
        int all = shape.size(0) + added.size();
        for (ValueInfoProto.Builder value : declared) {
            if (value.getName().equals(output)) resize(value, 1, all);
            else if (value.getName().equals(weight) || value.getName().equals(bias))
                resize(value, 0, all);
        }
    }

    static void resize(ValueInfoProto.Builder value, int axis, int size) {
        var shape = value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
        if (shape.getDimCount() > axis) shape.getDimBuilder(axis).setDimValue(size);
    }

    /// The added weights in the centre of filters as large as the others.
    private FloatBuffer filters(List<Channel> added) {
        int cells = shape.size(2) * shape.size(3);
        int channels = shape.size(1);
        FloatBuffer rows = FloatBuffer.allocate(added.size() * channels * cells);
        for (int i = 0; i < added.size(); i++) {
            for (int c = 0; c < channels; c++) {
                rows.put((i * channels + c) * cells + cells / 2, added.get(i).weights()[c]);
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
        FloatBuffer all = FloatBuffer.allocate(shape.size(0) + added.size());
        all.put(shape.size(0), biases(added), 0, added.size());
        graph.addInitializer(tensor(name, all, all.limit()));
        for (NodeProto.Builder node : graph.getNodeBuilderList()) {
            if (!node.getOutputList().contains(output)) continue;
            if (node.getInputCount() > 2) node.setInput(2, name);
            else node.addInput(name);
        }
    }

    static TensorProto.Builder tensor(String name, FloatBuffer values, long... sizes) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(DataType.FLOAT.getNumber())
                        .setRawData(raw(values));
        for (long size : sizes) tensor.addDims(size);
        return tensor;
    }
}
