package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A network as exporters write it that leave the size of the image free.
public final class FreeSizes {
    private FreeSizes() {}

    /// @param file of any fixed size
    public static Path of(Path file, Path free) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        GraphProto.Builder graph = model.getGraphBuilder().clearValueInfo();
        for (var values : List.of(graph.getInputBuilderList(), graph.getOutputBuilderList())) {
            for (ValueInfoProto.Builder value : values) {
                var shape = value.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder();
                for (int side = 2; side < 4; side++) {
                    shape.getDimBuilder(side).setDimParam(value.getName() + side);
                }
            }
        }
        return Files.write(free, model.build().toByteArray());
    }
}
