package org.hrscope.onnx;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.domain.Shape;

/// Writes an ONNX file (IR 8, opset 17), generating the weights one tensor at a time: only the largest is ever on
/// the heap. Add nodes and weights, then [#write]. Field numbers are those of `onnx.proto`.
public final class OnnxFileWriter {
    private static final int IR_VERSION = 8;
    private static final int OPSET = 17;
    private static final int FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_STRING = 3;
    private static final int ATTRIBUTE_INTS = 7;

    /// @param fill puts exactly `shape.count()` values
    record Weights(String name, Shape shape, Consumer<FloatBuffer> fill) {}

    private final ProtoWriter graph = new ProtoWriter();
    private final List<Weights> weights = new ArrayList<>();
    private final Map<String, Supplier<String>> metadata = new LinkedHashMap<>();
    private final boolean freeBatch;

    /// @param freeBatch whether the batch axis is symbolic (`batch`) instead of 1
    public OnnxFileWriter(String name, boolean freeBatch) {
        this.freeBatch = freeBatch;
        graph.text(2, name);
    }

    /// @param attributes integers (`Integer`), lists of them, or strings
    public void node(
            String operator, List<String> inputs, String output, Map<String, ?> attributes) {
        ProtoWriter node = new ProtoWriter();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, output).text(3, output).text(4, operator);
        // Sorted, so that two files of one network are byte-identical.
        new TreeMap<>(attributes).forEach((name, value) -> node.message(5, attribute(name, value)));
        graph.message(1, node);
    }

    public void weights(String name, Shape shape, Consumer<FloatBuffer> fill) {
        weights.add(new Weights(name, shape, fill));
    }

    public void input(String name, Shape shape) {
        graph.message(11, value(name, shape));
    }

    public void output(String name, Shape shape) {
        graph.message(12, value(name, shape));
    }

    /// Declares the shape of an inner value for readers of the file.
    public void inner(String name, Shape shape) {
        graph.message(13, value(name, shape));
    }

    /// @param value evaluated after everything else has been written
    public void metadata(String key, Supplier<String> value) {
        metadata.put(key, value);
    }

    /// @throws IllegalStateException if the file would exceed protobuf's 2 GiB
    public void write(WritableByteChannel to) throws IOException {
        ProtoWriter head = new ProtoWriter().number(1, IR_VERSION).text(2, "HRScope");
        head.message(8, new ProtoWriter().text(1, "").number(2, OPSET));
        WeightStream stream = new WeightStream(to);
        stream.put(head.toByteArray());
        stream.putGraph(graph, weights);
        ProtoWriter tail = new ProtoWriter();
        metadata.forEach((key, value) ->
                tail.message(14, new ProtoWriter().text(1, key).text(2, value.get())));
        stream.put(tail.toByteArray());
        stream.flush();
    }

    private static ProtoWriter attribute(String name, Object value) {
        ProtoWriter attribute = new ProtoWriter().text(1, name);
        if (value instanceof Integer number) {
            return attribute.number(3, number).number(20, ATTRIBUTE_INT);
        }
        if (value instanceof String word) {
            return attribute.text(4, word).number(20, ATTRIBUTE_STRING);
        }
        for (Object number : (List<?>) value) attribute.number(8, (Integer) number);
        return attribute.number(20, ATTRIBUTE_INTS);
    }

    private ProtoWriter value(String name, Shape shape) {
        ProtoWriter sizes = new ProtoWriter();
        for (int axis = 0; axis < shape.rank(); axis++) {
            ProtoWriter size = new ProtoWriter();
            if (axis == 0 && freeBatch) size.text(2, "batch");
            else size.number(1, shape.size(axis));
            sizes.message(1, size);
        }
        ProtoWriter tensor = new ProtoWriter().number(1, FLOAT).message(2, sizes);
        ProtoWriter type = new ProtoWriter().message(1, tensor);
        return new ProtoWriter().text(1, name).message(2, type);
    }
}
