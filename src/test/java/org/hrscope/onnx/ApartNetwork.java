package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A network as PyTorch's exporter writes it: its larger weights in a file beside it.
public final class ApartNetwork {
    private static final int LEAST = 1024;

    private ApartNetwork() {}

    public static Path of(Path file, Path apart) throws IOException {
        ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
        String data = apart.getFileName() + ".data";
        ByteString.Output all = ByteString.newOutput();
        for (TensorProto.Builder tensor : model.getGraphBuilder().getInitializerBuilderList()) {
            ByteString raw = tensor.getRawData();
            if (raw.size() < LEAST) continue;
            tensor.setDataLocation(TensorProto.DataLocation.EXTERNAL).clearRawData();
            tensor.addExternalDataBuilder().setKey("location").setValue(data);
            tensor.addExternalDataBuilder().setKey("offset").setValue("" + all.size());
            tensor.addExternalDataBuilder().setKey("length").setValue("" + raw.size());
            raw.writeTo(all);
        }
        Files.write(apart.resolveSibling(data), all.toByteString().toByteArray());
        return Files.write(apart, model.build().toByteArray());
    }
}
