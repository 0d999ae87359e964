package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hrscope.domain.NearestNames;
import org.hrscope.domain.Problem;

/// A model prepared for inspection: inner values become outputs, and gains can be applied to some of them. The file
/// itself is not changed.
///
/// Protobuf merges concatenated messages: a model's bytes followed by a model with nothing but the new outputs are
/// one model with both. So nothing large is parsed or copied twice.
///
/// @param graph  of the same file
/// @param values names of inner values; existing outputs are kept
/// @param gates  values multiplied by the input [OnnxGates#INPUT], which exists only if there are any
public record OnnxOutputs(OnnxGraph graph, Collection<String> values, List<GatedValue> gates) {
    public OnnxOutputs {
        values = List.copyOf(values);
        gates = List.copyOf(gates);
    }

    public OnnxOutputs(OnnxGraph graph, Collection<String> values) {
        this(graph, values, List.of());
    }

    /// The model for a session, in memory of `arena`.
    ///
    /// @throws Problem if the file has no such value or cannot be read
    public ByteBuffer of(Path file, Arena arena) throws Problem {
        GraphProto outputs = outputs(file);
        if (!gates.isEmpty()) return OnnxReader.read(file, model -> gated(model, outputs, arena));
        byte[] tail = tail(outputs);
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
    public ByteBuffer of(Object name, byte[] model, Arena arena) throws Problem {
        GraphProto outputs = outputs(name);
        if (!gates.isEmpty()) {
            return gated(OnnxReader.parse(name, ByteBuffer.wrap(model)), outputs, arena);
        }
        byte[] tail = tail(outputs);
        ByteBuffer both = arena.allocate(model.length + tail.length).asByteBuffer();
        return both.put(model).put(tail).flip();
    }

    private ByteBuffer gated(ModelProto model, GraphProto outputs, Arena arena) {
        ModelProto edited = OnnxGates.put(model, gates, outputs);
        ByteBuffer bytes = arena.allocate(edited.getSerializedSize()).asByteBuffer();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            edited.writeTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.rewind();
    }

    private static byte[] tail(GraphProto outputs) {
        return ModelProto.newBuilder().setGraph(outputs).build().toByteArray();
    }

    private GraphProto outputs(Object name) throws Problem {
        Set<String> added = new LinkedHashSet<>(values);
        graph.outputs().forEach(o -> added.remove(o.name()));
        Set<String> known = graph.readable();
        gates.forEach(gate -> known.add(gate.name()));
        for (String value : added) {
            if (known.contains(value)) continue;
            throw new Problem("onnx.no-value", name, value, NearestNames.of(value, known));
        }
        GraphProto.Builder outputs = GraphProto.newBuilder();
        added.forEach(v -> outputs.addOutput(ValueInfoProto.newBuilder().setName(v)));
        return outputs.build();
    }
}
