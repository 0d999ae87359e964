package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.hrscope.domain.Problem;

/// Exposes inner values of a model as outputs, so that a session returns them. The file itself is not changed.
///
/// Protobuf merges concatenated messages: a model's bytes followed by a model with nothing but the new outputs are
/// one model with both. So nothing large is parsed or copied twice.
public final class OnnxOutputs {
    private OnnxOutputs() {}

    /// The model for a session, in memory of `arena`.
    ///
    /// @param graph  of the same file
    /// @param values names of inner values; existing outputs are kept
    /// @throws Problem if the file has no such value or cannot be read
    public static ByteBuffer expose(
            Path file, OnnxGraph graph, Collection<String> values, Arena arena) throws Problem {
        byte[] tail = tail(file, graph, values);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer model = arena.allocate(channel.size() + tail.length).asByteBuffer();
            model.limit(model.capacity() - tail.length);
            while (model.hasRemaining() && channel.read(model) >= 0) {}
            model.limit(model.capacity());
            return model.put(tail).flip();
        } catch (IOException | UnsupportedOperationException e) {
            throw new Problem(e, "onnx.unreadable", file, e);
        }
    }

    /// The same for a model in memory; `name` is for error sentences.
    public static ByteBuffer expose(
            Object name, byte[] model, OnnxGraph graph, Collection<String> values, Arena arena)
            throws Problem {
        byte[] tail = tail(name, graph, values);
        ByteBuffer both = arena.allocate(model.length + tail.length).asByteBuffer();
        return both.put(model).put(tail).flip();
    }

    private static byte[] tail(Object name, OnnxGraph graph, Collection<String> values)
            throws Problem {
        Set<String> added = new LinkedHashSet<>(values);
        graph.outputs().forEach(o -> added.remove(o.name()));
        Set<String> known = graph.values();
        for (String value : added) {
            if (!known.contains(value)) throw new Problem("onnx.no-value", name, value);
        }
        GraphProto.Builder outputs = GraphProto.newBuilder();
        added.forEach(v -> outputs.addOutput(ValueInfoProto.newBuilder().setName(v)));
        return ModelProto.newBuilder().setGraph(outputs).build().toByteArray();
    }
}
