package org.hrscope.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes protocol 2 pickles as Python does, valid and invalid.
final class PickleWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleWriter() {
        raw(0x80, 2);
    }

    PickleWriter raw(int... bytes) {
        for (int b : bytes) out.write(b);
        return this;
    }

    PickleWriter raw(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    PickleWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        raw('X');
        out.writeBytes(littleEndian(4, utf8.length));
        out.writeBytes(utf8);
        return this;
    }

    /// Always as LONG1 with eight bytes.
    PickleWriter number(long value) {
        raw(0x8a, 8);
        out.writeBytes(littleEndian(8, value));
        return this;
    }

    PickleWriter global(String module, String name) {
        return raw("c" + module + "\n" + name + "\n");
    }

    PickleWriter numbers(List<Long> values) {
        raw('(');
        values.forEach(this::number);
        return raw('t');
    }

    /// A tensor over a storage.
    PickleWriter tensor(
            String type,
            String key,
            long elements,
            long offset,
            List<Long> sizes,
            List<Long> strides) {
        global("torch._utils", "_rebuild_tensor_v2").raw('(');
        raw('(').text("storage").global("torch", type).text(key).text("cpu").number(elements);
        raw('t', 'Q').number(offset).numbers(sizes).numbers(strides).raw(0x89);
        return global("collections", "OrderedDict").raw(')', 'R', 't', 'R');
    }

    byte[] end() {
        raw('.');
        return out.toByteArray();
    }

    static byte[] littleEndian(int bytes, long value) {
        ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        byte[] result = new byte[bytes];
        buffer.get(0, result);
        return result;
    }
}
