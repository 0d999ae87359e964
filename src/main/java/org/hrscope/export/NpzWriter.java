package org.hrscope.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.file.WholeFile;

/// Writes NumPy's `.npz`: `.npy` entries (version 1), little-endian, deflated; float32 for tensors. Add one array
/// at a time, so that only one need be in memory, then close.
public final class NpzWriter implements Closeable {
    private static final int BLOCK = 1 << 16;

    /// NumPy aligns the start of the data to this.
    private static final int ALIGNMENT = 64;

    private static final String FLOATS = "<f4";

    private final ZipOutputStream zip;

    public NpzWriter(OutputStream to) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(to, BLOCK));
    }

    /// Adds the arrays of a file.
    @FunctionalInterface
    public interface Content {
        void addTo(NpzWriter npz) throws IOException, Problem;
    }

    /// Writes a whole file; interruptible.
    ///
    /// @throws Problem from the content, or `file.unwritable`
    public static void write(Path file, Content content) throws Problem {
        try {
            WholeFile.write(
                    file,
                    channel -> {
                        try (NpzWriter npz = new NpzWriter(Channels.newOutputStream(channel))) {
                            content.addTo(npz);
                        }
                    });
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    public void add(String name, Tensor tensor) throws IOException {
        List<Long> shape = tensor.shape().sizes().stream().map(Integer::longValue).toList();
        add(name, FLOATS, shape, to -> write(to, tensor));
    }

    /// Adds a text, which NumPy gives as bytes, and readers of arrays pass over.
    public void note(String name, String text) throws IOException {
        begin(name + ".txt");
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // NumPy's own date, so that equal arrays give equal files.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    /// Writes the values of one array, row-major.
    interface Values {
        void writeTo(OutputStream to) throws IOException;
    }

    /// @param type in NumPy's notation, such as `<i4`
    void add(String name, String type, List<Long> shape, Values values) throws IOException {
        begin(name + ".npy");
        zip.write(header(type, shape));
        values.writeTo(zip);
        zip.closeEntry();
    }

    private static void write(OutputStream to, Tensor tensor) throws IOException {
        FloatBuffer values = tensor.values().duplicate().clear();
        byte[] block = new byte[BLOCK];
        FloatBuffer floats = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        while (values.hasRemaining()) {
            int count = Math.min(values.remaining(), floats.capacity());
            floats.put(0, values, values.position(), count);
            values.position(values.position() + count);
            to.write(block, 0, count * Float.BYTES);
        }
    }

    /// Writes the rest; leaves the underlying channel open.
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static byte[] header(String type, List<Long> shape) {
        String sizes = shape.stream().map(n -> n + ",").collect(Collectors.joining(" "));
        String text =
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int before = 10;
        int padding = ALIGNMENT - (before + text.length() + 1) % ALIGNMENT;
        byte[] line = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(before + line.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) line.length)
                .put(line)
                .array();
    }
}
