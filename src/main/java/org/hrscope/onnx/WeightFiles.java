package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Message;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The files in which an ONNX model keeps weights beside itself (`external_data`, onnx.ai/onnx/repo-docs/ExternalData).
public final class WeightFiles {
    private WeightFiles() {}

    /// Empty where the file is no model, or none that can be read.
    public static List<Path> of(Path model) {
        try (FileChannel channel = FileChannel.open(model, StandardOpenOption.READ);
                Arena arena = Arena.ofConfined()) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) return List.of();
            var bytes =
                    UnsafeByteOperations.unsafeWrap(
                            channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena)
                                    .asByteBuffer());
            if (!new WireCheck().allows(bytes.newCodedInput(), ModelProto.getDescriptor())) {
                return List.of();
            }
            CodedInputStream in = bytes.newCodedInput();
            in.enableAliasing(true);
            Set<String> locations = new TreeSet<>();
            collect(ModelProto.parseFrom(in), locations);
            return locations.stream().map(model::resolveSibling).toList();
        } catch (IOException | InvalidPathException none) {
            return List.of();
        }
    }

    /// Tensors stand in graphs, in attributes of nodes and in graphs within those. As deep as [WireCheck] lets a file be.
    private static void collect(Message message, Set<String> locations) {
        if (message instanceof TensorProto tensor) {
            tensor.getExternalDataList().stream()
                    .filter(entry -> entry.getKey().equals("location"))
                    .forEach(entry -> locations.add(entry.getValue()));
            return;
        }
        for (Object value : message.getAllFields().values()) {
            if (value instanceof Message inner) collect(inner, locations);
            if (value instanceof List<?> many) {
                for (Object each : many) {
                    if (each instanceof Message inner) collect(inner, locations);
                }
            }
        }
    }
}
