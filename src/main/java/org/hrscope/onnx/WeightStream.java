package org.hrscope.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/// Writes a model whose graph's `initializer` entries are not in memory. Protobuf wants each message's length before
/// its content; the lengths follow from the shapes, so the values need be made only when their turn comes.
final class WeightStream {
    private static final int BUFFER = 1 << 20;

    private final WritableByteChannel to;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    WeightStream(WritableByteChannel to) {
        this.to = to;
    }

    void write(ModelProto model, GraphProto graph, List<OnnxFileWriter.Weights> weights)
            throws IOException {
        long length = graph.getSerializedSize();
        for (var each : weights) length += header(each).length + bytes(each);
        if (length > Integer.MAX_VALUE) throw new IllegalStateException(length + " bytes");
        put(model.toByteArray());
        put(start(ModelProto.GRAPH_FIELD_NUMBER, length));
        put(graph.toByteArray());
        for (var each : weights) {
            put(header(each));
            putValues(each);
        }
        flush();
    }

    /// Everything of one entry of `initializer` but the values: its tag, its length, its fields, and the start of
    /// `raw_data`.
    private static byte[] header(OnnxFileWriter.Weights weights) throws IOException {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(weights.name())
                        .setDataType(TensorProto.DataType.FLOAT.getNumber());
        weights.shape().sizes().forEach(tensor::addDims);
        byte[] fields = tensor.build().toByteArray();
        byte[] data = start(TensorProto.RAW_DATA_FIELD_NUMBER, bytes(weights));
        long length = fields.length + data.length + bytes(weights);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start(GraphProto.INITIALIZER_FIELD_NUMBER, length));
        all.writeBytes(fields);
        all.writeBytes(data);
        return all.toByteArray();
    }

    private static byte[] start(int field, long length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeTag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(Math.toIntExact(length));
        out.flush();
        return bytes.toByteArray();
    }

    private static long bytes(OnnxFileWriter.Weights weights) {
        return weights.shape().count() * Float.BYTES;
    }

    private void put(byte[] bytes) throws IOException {
        makeRoom(bytes.length);
        buffer.put(bytes);
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

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) to.write(buffer);
        buffer.clear();
    }
}
