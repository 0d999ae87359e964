package org.hrscope.export;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.file.FileWork;

/// NumPy's `.npz`, a zip of `.npy` arrays (versions 1 and 2): little-endian float32 in C order, stored or deflated.
public final class NpzReader {
    private static final long MOST_VALUES = 1 << 28;

    private NpzReader() {}

    /// All arrays, in file order.
    public static Map<String, Tensor> read(Path file) throws Problem {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String name : names(file)) read(file, name).ifPresent(t -> tensors.put(name, t));
        return tensors;
    }

    /// The names of all arrays.
    public static List<String> names(Path file) throws Problem {
        FileWork.there(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(n -> n.endsWith(".npy"))
                    .map(n -> n.substring(0, n.length() - ".npy".length()))
                    .toList();
        } catch (IOException e) {
            throw new Problem(e, "npz.damaged", file);
        }
    }

    /// One array; empty if there is none of that name.
    public static Optional<Tensor> read(Path file, String name) throws Problem {
        FileWork.there(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name + ".npy");
            if (entry == null) return Optional.empty();
            try (InputStream in = WholeEntry.of(zip, entry)) {
                Tensor array = array(new DataInputStream(in));
                in.transferTo(OutputStream.nullOutputStream());
                return Optional.of(array);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem(e, "npz.damaged", file);
        }
    }

    private static Tensor array(DataInputStream in) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        if (!header.type().equals("<f4")) throw new IllegalArgumentException(header.type());
        Shape shape = shape(header.sizes());
        long count = shape.count();
        if (count > MOST_VALUES) throw new IllegalArgumentException(shape + " is too large");
        // Allocates as data arrives, whatever the header claims.
        byte[] bytes = in.readNBytes((int) count * Float.BYTES);
        if (bytes.length < count * Float.BYTES) throw new EOFException();
        return new Tensor(
                shape, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
    }

    private static Shape shape(List<Integer> sizes) {
        Shape shape = new Shape(sizes);
        try {
            return shape.count() >= 0 ? shape : Shape.of(0);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(overflow);
        }
    }
}
