package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hrscope.model.Shape;

/// Writes an ONNX file (IR 8, opset 17) whose weights are made one at a time while it is written: the heap holds the
/// largest of them, never all. Collect nodes and weights, then [#write].
public final class OnnxFileWriter {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;

    /// @param fill puts exactly `shape.count()` values
    record Weights(String name, Shape shape, Consumer<FloatBuffer> fill) {}

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final ModelProto.Builder model = ModelProto.newBuilder();
    private final List<Weights> weights = new ArrayList<>();
    private final boolean freeBatch;

    /// @param freeBatch whether the first size of values is `batch`, to be chosen at each run, else 1
    public OnnxFileWriter(String name, boolean freeBatch) {
        this.freeBatch = freeBatch;
        graph.setName(name);
        model.setIrVersion(IR_VERSION)
                .setProducerName("HRScope")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    }

    /// @param attributes whole numbers (`Integer`), lists of them, or words
    public void node(
            String operator, List<String> inputs, String output, Map<String, ?> attributes) {
        NodeProto.Builder node =
                NodeProto.newBuilder()
                        .setName(output)
                        .setOpType(operator)
                        .addAllInput(inputs)
                        .addOutput(output);
        attributes.forEach((name, value) -> node.addAttribute(attribute(name, value)));
        graph.addNode(node);
    }

    public void weights(String name, Shape shape, Consumer<FloatBuffer> fill) {
        weights.add(new Weights(name, shape, fill));
    }

    public void input(String name, Shape shape) {
        graph.addInput(value(name, shape));
    }

    public void output(String name, Shape shape) {
        graph.addOutput(value(name, shape));
    }

    /// The shape of an inner value, for those who read the file.
    public void inner(String name, Shape shape) {
        graph.addValueInfo(value(name, shape));
    }

    public void metadata(String key, String value) {
        model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
    }

    /// @throws IllegalStateException where the file would be larger than protobuf's 2 GiB
    public void write(WritableByteChannel to) throws IOException {
        new WeightStream(to).write(model.build(), graph.build(), weights);
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
        switch (value) {
            case Integer number -> attribute.setType(AttributeProto.AttributeType.INT).setI(number);
            case String word ->
                    attribute
                            .setType(AttributeProto.AttributeType.STRING)
                            .setS(ByteString.copyFromUtf8(word));
            case List<?> numbers -> {
                attribute.setType(AttributeProto.AttributeType.INTS);
                numbers.forEach(n -> attribute.addInts((Integer) n));
            }
            default -> throw new IllegalArgumentException(name + " = " + value);
        }
        return attribute.build();
    }

    private ValueInfoProto value(String name, Shape shape) {
        TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
        for (int axis = 0; axis < shape.rank(); axis++) {
            Dimension.Builder size = Dimension.newBuilder();
            if (axis == 0 && freeBatch) size.setDimParam("batch");
            else size.setDimValue(shape.size(axis));
            sizes.addDim(size);
        }
        TypeProto.Tensor type =
                TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(sizes)
                        .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
