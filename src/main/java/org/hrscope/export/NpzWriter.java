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
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.file.WholeFile;

/// Writes NumPy's `.npz`: one little-endian float32 `.npy` (format 1) after another, deflated. Add arrays one at a
/// time, so that only one need be in memory; then close.
public final class NpzWriter implements Closeable {
    private static final int BLOCK = 1 << 16;

    /// NumPy pads the header so that the values begin at a multiple of this.
    private static final int ALIGNMENT = 64;

    private final ZipOutputStream zip;

    public NpzWriter(OutputStream to) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(to, BLOCK));
    }

    /// What adds the arrays of a file.
    @FunctionalInterface
    public interface Content {
        void addTo(NpzWriter npz) throws IOException, Problem;
    }

    /// A whole file; an interrupt ends it.
    ///
    /// @throws Problem of the content, or `inspect.not-written`
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
            throw new Problem(e, "inspect.not-written", file, e.getMessage());
        }
    }

    public void add(String name, Tensor tensor) throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(header(tensor));
        FloatBuffer values = tensor.values().duplicate().clear();
        byte[] block = new byte[BLOCK];
        FloatBuffer floats = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        while (values.hasRemaining()) {
            int count = Math.min(values.remaining(), floats.capacity());
            floats.put(0, values, values.position(), count);
            values.position(values.position() + count);
            zip.write(block, 0, count * Float.BYTES);
        }
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static byte[] header(Tensor tensor) {
        String sizes =
                tensor.shape().sizes().stream().map(n -> n + ",").collect(Collectors.joining(" "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
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
