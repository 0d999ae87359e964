package org.hrscope.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/// Writes a graph whose weights are not in memory. Protobuf needs each message's length up front; since that
/// follows from the shapes, values can be generated on demand.
final class WeightStream {
    private static final int BUFFER = 1 << 20;
    private static final int FLOAT = 1;

    private final WritableByteChannel to;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    WeightStream(WritableByteChannel to) {
        this.to = to;
    }

    void putGraph(ProtoWriter graph, List<OnnxFileWriter.Weights> weights) throws IOException {
        long length = graph.size();
        for (var each : weights) length += header(each).length + bytes(each);
        if (length > Integer.MAX_VALUE) throw new IllegalStateException(length + " bytes");
        put(new ProtoWriter().start(7, length).toByteArray());
        put(graph.toByteArray());
        for (var each : weights) {
            put(header(each));
            putValues(each);
        }
    }

    void put(byte[] bytes) throws IOException {
        makeRoom(bytes.length);
        buffer.put(bytes);
    }

    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) to.write(buffer);
        buffer.clear();
    }

    /// Everything of an `initializer` entry except the values: tag, length, fields, and the start of `raw_data`.
    private static byte[] header(OnnxFileWriter.Weights weights) {
        ProtoWriter tensor = new ProtoWriter();
        weights.shape().sizes().forEach(size -> tensor.number(1, size));
        tensor.number(2, FLOAT).text(8, weights.name()).start(9, bytes(weights));
        byte[] fields = tensor.toByteArray();
        byte[] start = new ProtoWriter().start(5, fields.length + bytes(weights)).toByteArray();
        return ByteBuffer.allocate(start.length + fields.length).put(start).put(fields).array();
    }

    private static long bytes(OnnxFileWriter.Weights weights) {
        return weights.shape().count() * Float.BYTES;
    }

    private void putValues(OnnxFileWriter.Weights weights) throws IOException {
        int length = Math.toIntExact(bytes(weights));
        makeRoom(length);
        FloatBuffer values =
                buffer.slice(buffer.position(), length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer();
        weights.fill().accept(values);
        if (values.hasRemaining()) {
            throw new IllegalStateException(weights.name() + " lacks " + values.remaining());
        }
        buffer.position(buffer.position() + length);
    }

    private void makeRoom(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) return;
        flush();
        if (buffer.capacity() < bytes) buffer = ByteBuffer.allocateDirect(bytes);
    }
}
