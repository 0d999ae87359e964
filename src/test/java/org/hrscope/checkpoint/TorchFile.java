package org.hrscope.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.Shape;

/// Writes checkpoints like `torch.save`, in both formats: the valid ones in tests, and the raw material for the
/// invalid ones.
public final class TorchFile {
    private static final int[] MAGIC = {
        0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19
    };

    /// A storage and the tensor that fills it.
    private record Entry(String name, Shape shape, byte[] bytes) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Every tensor of `shapes`, float32 with seeded values; running variances are positive.
    public static TorchFile random(Map<String, Shape> shapes, long seed) {
        Random random = new Random(seed);
        TorchFile file = new TorchFile();
        shapes.forEach((name, shape) -> {
            float[] values = new float[Math.toIntExact(shape.count())];
            float spread = shape.rank() == 4 ? 1f / (float) Math.sqrt(shape.size(1)) : 1;
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextFloat(-spread, spread);
                if (name.endsWith("running_var")) values[i] = random.nextFloat(0.5f, 2);
            }
            file.add(name, shape, values);
        });
        return file;
    }

    /// Tensors with given values.
    public static TorchFile of(Map<String, Shape> shapes, Map<String, float[]> values) {
        TorchFile file = new TorchFile();
        shapes.forEach((name, shape) -> file.add(name, shape, values.get(name)));
        return file;
    }

    TorchFile add(String name, Shape shape, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        entries.add(new Entry(name, shape, bytes.array()));
        return this;
    }

    /// What surrounds the dict of tensors.
    interface Wrapping {
        void write(PickleWriter to, Runnable tensors);
    }

    /// The same tensors under other names.
    TorchFile renamed(UnaryOperator<String> naming) {
        TorchFile file = new TorchFile();
        entries.forEach(e -> file.entries.add(new Entry(naming.apply(e.name), e.shape, e.bytes)));
        return file;
    }

    /// Both files' tensors in one dict.
    TorchFile with(TorchFile other) {
        TorchFile file = renamed(UnaryOperator.identity());
        file.entries.addAll(other.entries);
        return file;
    }

    public Path writeZip(Path file) throws IOException {
        return writeZip(file, (_, tensors) -> tensors.run());
    }

    Path writeZip(Path file, Wrapping wrapping) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        PickleWriter pickle = new PickleWriter();
        wrapping.write(pickle, () -> putTensors(pickle));
        parts.put("archive/data.pkl", pickle.end());
        parts.put("archive/byteorder", "little".getBytes());
        int key = 0;
        for (Entry entry : entries) parts.put("archive/data/" + key++, entry.bytes);
        return zip(file, parts);
    }

    public Path writeLegacy(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(legacyStart());
            PickleWriter object = new PickleWriter();
            putTensors(object);
            out.write(object.end());
            PickleWriter keys = new PickleWriter().raw(']', '(');
            for (int i = 0; i < entries.size(); i++) keys.text(String.valueOf(i));
            out.write(keys.raw('e').end());
            for (Entry entry : entries) {
                out.write(PickleWriter.littleEndian(8, entry.bytes.length / 4));
                out.write(entry.bytes);
            }
        }
        return file;
    }

    static byte[] legacyStart() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new PickleWriter().raw(MAGIC).end());
        out.writeBytes(new PickleWriter().number(1001).end());
        out.writeBytes(new PickleWriter().raw('}').text("little_endian").raw(0x88, 's').end());
        return out.toByteArray();
    }

    /// A zip of uncompressed entries.
    static Path zip(Path file, Map<String, byte[]> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (var part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                CRC32 sum = new CRC32();
                sum.update(part.getValue());
                entry.setSize(part.getValue().length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return file;
    }

    private void putTensors(PickleWriter pickle) {
        pickle.raw('}', '(');
        int key = 0;
        for (Entry entry : entries) {
            List<Long> sizes = entry.shape.sizes().stream().map(Long::valueOf).toList();
            long count = entry.shape.count();
            pickle.text(entry.name)
                    .tensor("FloatStorage", "" + key++, count, 0, sizes, strides(sizes));
        }
        pickle.raw('u');
    }

    static List<Long> strides(List<Long> sizes) {
        List<Long> strides = new ArrayList<>();
        long step = 1;
        for (long size : sizes.reversed()) {
            strides.addFirst(step);
            step *= size;
        }
        return strides;
    }
}
