package org.hrscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.hrscope.domain.Tensor;
import org.hrscope.file.WholeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzTest {
    @TempDir Path folder;

    private Path write(String name, Tensor... tensors) throws IOException {
        Path file = folder.resolve(name);
        try (NpzWriter npz = new NpzWriter(Files.newOutputStream(file))) {
            for (int i = 0; i < tensors.length; i++) npz.add("a." + i, tensors[i]);
        }
        return file;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException, Problem {
        float[] values = new float[100_000];
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
        Tensor large = Tensor.of(Shape.of(1, 100, 1000), values);
        Tensor scalar = Tensor.of(Shape.of(), 7);
        Path file = write("x.npz", large, scalar, Tensor.of(Shape.of(0, 2)));
        assertThat(NpzReader.names(file)).containsExactly("a.0", "a.1", "a.2");
        assertThat(NpzReader.read(file)).containsEntry("a.0", large).containsEntry("a.1", scalar);
        assertThat(NpzReader.read(file, "a.2").orElseThrow().shape()).isEqualTo(Shape.of(0, 2));
        assertThat(NpzReader.read(file, "b")).isEmpty();
    }

    /// NumPy itself asks for this: magic, version 1.0, a header that ends at a multiple of 64.
    @Test
    void theValuesBeginAtAMultipleOf64() throws IOException {
        Path file = write("x.npz", Tensor.of(Shape.of(2), 1, 2));
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            byte[] npy = zip.getInputStream(zip.getEntry("a.0.npy")).readAllBytes();
            assertThat((npy.length - 8) % 64).isZero();
            assertThat(new String(npy, 10, 60, java.nio.charset.StandardCharsets.US_ASCII))
                    .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }");
            assertThat(npy[npy.length - 9]).isEqualTo((byte) '\n');
        }
    }

    @Test
    void brokenFilesAreTold() throws IOException {
        Path good = write("good.npz", Tensor.of(Shape.of(3), 1, 2, 3));
        byte[] bytes = Files.readAllBytes(good);
        Path bad = folder.resolve("bad.npz");
        for (int length : new int[] {0, 10, bytes.length / 2}) {
            Files.write(bad, java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> NpzReader.read(bad))
                    .isInstanceOf(Problem.class)
                    .hasMessage(
                            bad
                                    + " is not an NPZ file of little-endian float32 arrays, or it is damaged. Choose"
                                    + " another.");
        }
        assertThatThrownBy(() -> NpzReader.read(folder.resolve("none.npz")))
                .hasMessageStartingWith("There is no file");
    }

    /// Another value than was written would be taken for a difference of the networks.
    @Test
    void aValueThatWasDamagedIsTold() throws IOException {
        Path packed = write("packed.npz", Tensor.of(Shape.of(2), 1, 1234.5f));
        Path file = folder.resolve("x.npz");
        byte[] npy;
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            npy = zip.getInputStream(zip.getEntry("a.0.npy")).readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(npy);
        ZipEntry entry = new ZipEntry("a.0.npy");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(npy.length);
        entry.setCrc(sum.getValue());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(entry);
            zip.write(npy);
        }
        byte[] bytes = Files.readAllBytes(file);
        int at = bytes.length;
        while (bytes[at - 1] != 0x44 || bytes[at - 2] != (byte) 0x9a) at--;
        bytes[at - 2] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aFailedWriteLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "before");
        assertThatThrownBy(() ->
                        WholeFile.write(
                                file,
                                channel -> {
                                    channel.write(java.nio.ByteBuffer.allocate(10));
                                    throw new IOException("full");
                                }))
                .hasMessage("full");
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("x.txt");
    }
}
