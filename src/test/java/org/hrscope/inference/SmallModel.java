package org.hrscope.inference;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A pose network of a single convolution, as other programs might export it: [1, 3, 64, 48] in, [1, K, 16, 12]
/// out. Each test changes one thing about it.
public final class SmallModel {
    static final int HEIGHT = 64;
    static final int WIDTH = 48;

    final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
    final Map<String, String> metadata = new LinkedHashMap<>();
    private final GraphProto.Builder graph = model.getGraphBuilder().setName("small");
    private final DataType type;
    private final int joints;

    /// @param type float or float16
    SmallModel(DataType type, int joints, Object... inputSizes) {
        this.type = type;
        this.joints = joints;
        model.addOpsetImportBuilder().setDomain("").setVersion(17);
        var conv = graph.addNodeBuilder().setOpType("Conv").addOutput("heatmaps");
        conv.addInput("image").addInput("w").addInput("b");
        for (String name : new String[] {"kernel_shape", "strides"}) {
            conv.addAttributeBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.INTS)
                    .addInts(4)
                    .addInts(4);
        }
        graph.addInitializer(tensor("w", 0.01f, joints, 3, 4, 4));
        graph.addInitializer(tensor("b", 0.5f, joints));
        graph.addInput(value("image", type, inputSizes));
        metadata.put("mean", "0,0,0");
        metadata.put("std", "1,1,1");
        metadata.put("channel_order", "RGB");
    }

    public static SmallModel floats(int joints) {
        SmallModel small = new SmallModel(DataType.FLOAT, joints, 1, 3, HEIGHT, WIDTH);
        return small.output("heatmaps", 1, joints, HEIGHT / 4, WIDTH / 4);
    }

    /// All of the convolution's weights; the bias stays.
    public SmallModel weights(float value) {
        graph.setInitializer(0, tensor("w", value, joints, 3, 4, 4));
        return this;
    }

    GraphProto.Builder graph() {
        return graph;
    }

    SmallModel output(String name, Object... sizes) {
        graph.addOutput(value(name, type, sizes));
        return this;
    }

    SmallModel says(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /// Heatmaps with permuted axes as the only output.
    SmallModel transposed(int... order) {
        var node = graph.addNodeBuilder().setOpType("Transpose").addInput("heatmaps");
        node.addOutput("turned");
        var attribute = node.addAttributeBuilder().setName("perm");
        attribute.setType(AttributeProto.AttributeType.INTS);
        for (int axis : order) attribute.addInts(axis);
        int[] sizes = {1, joints, HEIGHT / 4, WIDTH / 4};
        Object[] turned = new Object[4];
        for (int i = 0; i < 4; i++) turned[i] = sizes[order[i]];
        graph.clearOutput();
        return output("turned", turned);
    }

    /// All weights stored at `location`, and written there if it is a file name.
    SmallModel external(String location, Path folder) throws IOException {
        ByteString.Output all = ByteString.newOutput();
        for (var tensor : graph.getInitializerBuilderList()) {
            tensor.setDataLocation(DataLocation.EXTERNAL);
            entry(tensor, "location", location);
            entry(tensor, "offset", String.valueOf(all.size()));
            entry(tensor, "length", String.valueOf(tensor.getRawData().size()));
            tensor.getRawData().writeTo(all);
            tensor.clearRawData();
        }
        Files.write(folder.resolve(location).normalize(), all.toByteString().toByteArray());
        return this;
    }

    private static void entry(TensorProto.Builder tensor, String key, String value) {
        tensor.addExternalDataBuilder().setKey(key).setValue(value);
    }

    byte[] bytes() {
        ModelProto.Builder whole = model.build().toBuilder();
        metadata.forEach(
                (key, value) -> whole.addMetadataPropsBuilder().setKey(key).setValue(value));
        return whole.build().toByteArray();
    }

    public Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }

    TensorProto tensor(String name, float value, int... sizes) {
        int count = 1;
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name);
        for (int size : sizes) {
            count *= size;
            tensor.addDims(size);
        }
        boolean half = type == DataType.FLOAT16;
        ByteBuffer raw = ByteBuffer.allocate(count * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (half) raw.putShort(Float.floatToFloat16(value));
            else raw.putFloat(value);
        }
        tensor.setDataType((half ? DataType.FLOAT16 : DataType.FLOAT).getNumber());
        return tensor.setRawData(ByteString.copyFrom(raw.flip())).build();
    }

    /// @param sizes numbers, or names of free dimensions
    static ValueInfoProto value(String name, DataType type, Object... sizes) {
        ValueInfoProto.Builder value = ValueInfoProto.newBuilder().setName(name);
        var tensor = value.getTypeBuilder().getTensorTypeBuilder().setElemType(type.getNumber());
        var shape = tensor.getShapeBuilder();
        for (Object size : sizes) {
            if (size instanceof Integer number) shape.addDimBuilder().setDimValue(number);
            else shape.addDimBuilder().setDimParam(size.toString());
        }
        return value.build();
    }
}
