package org.hrscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Broken and hostile files: each gets its own sentence, and none executes, hangs or fills the memory.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BrokenCheckpointsTest {
    private static final String AGAIN = " Download it again.";

    @TempDir Path folder;

    /// @param name     of the case
    /// @param bytes    the file
    /// @param sentence after the file name
    record Case(String name, Supplier<byte[]> bytes, String sentence) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("empty", () -> new byte[0], cutOff(0)),
                new Case("another format", () -> "GIF89a".getBytes(), notOne()),
                new Case(
                        "a pickle, no checkpoint",
                        () -> new PickleWriter().raw('N').end(),
                        notOne()),
                new Case(
                        "a zip, no checkpoint",
                        () -> zip(Map.of("a/b.txt", new byte[3])),
                        notOne()),
                new Case("zip cut off", () -> cut(good(), 0.5), cutOff(403)),
                new Case("zip, nothing but its mark", () -> "PK".getBytes(), cutOff(2)),
                new Case("legacy cut off in a storage", () -> cut(goodLegacy(), 0.97), cutOff(410)),
                new Case("legacy cut off in the pickle", () -> cut(goodLegacy(), 0.5), cutOff(219)),
                new Case(
                        "flipped bit in the weights",
                        () -> flipped(good(), "data/0"),
                        " is damaged: the checksum of archive/data/0 does not match." + AGAIN),
                new Case(
                        "flipped bit in the pickle",
                        () -> flipped(good(), "data.pkl"),
                        " is damaged: the checksum of archive/data.pkl does not match." + AGAIN),
                new Case("nonsense instruction", () -> object(p -> p.raw(0xfe)), nonsense(2)),
                new Case(
                        "nothing to take off the stack",
                        () -> object(p -> p.raw('0')),
                        nonsense(2)),
                new Case(
                        "zip bomb",
                        BrokenCheckpointsTest::bomb,
                        " stores archive/data.pkl compressed, which PyTorch never does. Save it again with"
                                + " torch.save."),
                new Case(
                        "storage missing",
                        () -> object(p -> tensor(p, 4, List.of(4L), List.of(1L))),
                        " is incomplete: archive/data/0 is missing." + AGAIN),
                new Case(
                        "more values than stored",
                        () -> with(16, p -> tensor(p, 1 << 20, List.of(4L), List.of(1L))),
                        " is damaged: the tensor x claims more than the 16 bytes stored for it."
                                + AGAIN),
                new Case(
                        "a tensor beyond its storage",
                        () -> with(16, p -> tensor(p, 4, List.of(5L), List.of(1L))),
                        outside(4)),
                new Case(
                        "strides beyond the storage",
                        () -> with(16, p -> tensor(p, 4, List.of(2L, 2L), List.of(3L, 1L))),
                        outside(4)),
                new Case(
                        "a negative stride",
                        () -> with(16, p -> tensor(p, 4, List.of(2L), List.of(-1L))),
                        outside(4)),
                new Case(
                        "a negative size",
                        () -> with(16, p -> tensor(p, 4, List.of(-2L), List.of(1L))),
                        outside(4)),
                new Case(
                        "sizes that overflow",
                        () ->
                                with(
                                        16,
                                        p ->
                                                tensor(
                                                        p,
                                                        4,
                                                        List.of(1L << 31, 1L << 31, 1L << 31),
                                                        List.of(0L, 0L, 0L))),
                        outside(4)),
                new Case(
                        "sizes that overflow a product",
                        () ->
                                with(
                                        16,
                                        p ->
                                                tensor(
                                                        p,
                                                        4,
                                                        List.of(1L << 30, 1L << 30, 1L << 30),
                                                        List.of(0L, 0L, 0L))),
                        outside(4)),
                new Case(
                        "a storage of 2^62 values",
                        () -> with(16, p -> tensor(p, 1L << 62, List.of(1L), List.of(1L))),
                        nonsense(101)),
                new Case(
                        "a text of 4 GB",
                        () -> object(p -> p.raw('X').raw(255, 255, 255, 255)),
                        cutOff(7)),
                new Case(
                        "a text of 2^63 bytes",
                        () -> object(p -> p.raw(0x8d).raw(255, 255, 255, 255, 255, 255, 255, 0x7f)),
                        cutOff(11)),
                new Case(
                        "a number of 2 GB",
                        () -> object(p -> p.raw(0x8b, 255, 255, 255, 127)),
                        nonsense(2)),
                new Case(
                        "a number of a million digits",
                        () -> object(p -> p.raw("L" + "9".repeat(1_000_000) + "L\n")),
                        nonsense(2)),
                new Case(
                        "os.system",
                        () -> call("os", "system", "touch /tmp/owned"),
                        global("os.system")),
                new Case(
                        "os.system as Python saves it",
                        () -> call("posix", "system", "true"),
                        global("posix.system")),
                new Case(
                        "os.system in the legacy form",
                        () -> legacy(callPickle("os", "system", "true")),
                        global("os.system")),
                new Case(
                        "builtins.eval",
                        () -> call("builtins", "eval", "1"),
                        global("builtins.eval")),
                new Case("torch.load", () -> call("torch", "load", "x"), global("torch.load")),
                new Case(
                        "torch.serialization.load",
                        () -> call("torch.serialization", "load", "x"),
                        global("torch.serialization.load")),
                new Case(
                        "a global named on the stack",
                        () -> object(p -> p.text("os").text("system").raw(0x93)),
                        global("os.system")),
                new Case(
                        "an instance of a class",
                        () -> object(p -> p.raw("(ios\nsystem\n")),
                        global("os.system")),
                new Case(
                        "a list that holds itself",
                        () -> object(p -> p.raw(']', 'q', 0, 'h', 0, 'a')),
                        noTensors()),
                new Case(
                        "a dict keyed by itself",
                        () -> object(p -> p.raw('}', 'q', 0, 'h', 0, 'h', 0, 's')),
                        noTensors()),
                new Case(
                        "a million lists in each other",
                        () -> object(p -> repeat(p, 500_000, ']').raw("a".repeat(499_999))),
                        noTensors()),
                new Case(
                        "ten million marks",
                        () -> object(p -> repeat(p, 10_000_000, '(')),
                        tooMuch()),
                new Case(
                        "a list doubled again and again",
                        () -> object(BrokenCheckpointsTest::doubled),
                        noTensors()),
                new Case(
                        "a dict copied again and again",
                        () -> object(BrokenCheckpointsTest::copied),
                        tooMuch()),
                new Case(
                        "a storage's key that holds itself", () -> legacy(selfHeldKey()), notOne()),
                new Case(
                        "no tensors",
                        () -> object(p -> p.raw('}').text("lr").number(1).raw('s')),
                        noTensors()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachHasItsOwnSentence(Case broken) throws IOException {
        Path file = Files.write(folder.resolve("x.pth"), broken.bytes.get());
        assertThatThrownBy(() -> Checkpoint.open(file).close())
                .isInstanceOf(Problem.class)
                .hasMessage(file + broken.sentence);
    }

    @Test
    void aMissingFile() {
        Path file = folder.resolve("none.pth");
        assertThatThrownBy(() -> Checkpoint.open(file).close())
                .hasMessage("There is no file " + file + ". Check the name and the folder.");
    }

    /// Whatever is cut or flipped: a sentence, or a file that still opens.
    @Test
    void everyCutAndManyFlipsEndInASentence() throws IOException {
        Random random = new Random(4);
        int opened = 0;
        for (byte[] good : List.of(good(), goodLegacy())) {
            for (int i = 0; i < good.length; i++) {
                opened += opens(Arrays.copyOf(good, i)) ? 1 : 0;
                byte[] flipped = good.clone();
                flipped[i] ^= (byte) (1 << random.nextInt(8));
                opens(flipped);
            }
        }
        assertThat(opened).as("cut files that opened").isZero();
    }

    private boolean opens(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("x.pth"), bytes);
        try (Checkpoint checkpoint = Checkpoint.open(file)) {
            checkpoint.tensors().values().forEach(StoredTensor::toArray);
            return true;
        } catch (Problem expected) {
            return false;
        }
    }

    // The sentences.

    private static String cutOff(long at) {
        return " ends too early, at byte " + at + ": the copy or download is incomplete." + AGAIN;
    }

    private static String notOne() {
        return " is not a PyTorch checkpoint. Choose a .pth file written by torch.save.";
    }

    private static String nonsense(long at) {
        return " is damaged: invalid data at byte " + at + "." + AGAIN;
    }

    private static String outside(long count) {
        return " is damaged: the tensor x reaches beyond the "
                + count
                + " values stored for it."
                + AGAIN;
    }

    private static String global(String name) {
        return " refers to "
                + name
                + ", which weights never need; none of it was run. Only trust checkpoints from"
                + " their publishers.";
    }

    private static String noTensors() {
        return " contains no network: it has no named tensors. Choose a checkpoint with a state dict.";
    }

    private static String tooMuch() {
        return " declares far more than any HRNet needs; HRScope stopped reading. Choose another file.";
    }

    // The files.

    private interface Pickling {
        void to(PickleWriter pickle);
    }

    private static byte[] object(Pickling content) {
        return with(0, content);
    }

    private static byte[] with(int storageBytes, Pickling content) {
        PickleWriter pickle = new PickleWriter();
        content.to(pickle);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("archive/data.pkl", pickle.end());
        if (storageBytes > 0) parts.put("archive/data/0", new byte[storageBytes]);
        return zip(parts);
    }

    private static byte[] legacy(byte[] pickle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(TorchFile.legacyStart());
        out.writeBytes(pickle);
        return out.toByteArray();
    }

    private static void tensor(
            PickleWriter pickle, long elements, List<Long> sizes, List<Long> strides) {
        pickle.raw('}').text("x").tensor("FloatStorage", "0", elements, 0, sizes, strides).raw('s');
    }

    private static byte[] callPickle(String module, String name, String argument) {
        return new PickleWriter().global(module, name).raw('(').text(argument).raw('t', 'R').end();
    }

    private static byte[] call(String module, String name, String argument) {
        return zip(Map.of("archive/data.pkl", callPickle(module, name, argument)));
    }

    /// An object, and a list of keys in which one key is a list containing itself.
    private static byte[] selfHeldKey() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PickleWriter object = new PickleWriter();
        tensor(object, 4, List.of(4L), List.of(1L));
        out.writeBytes(object.end());
        out.writeBytes(new PickleWriter().raw(']', ']', 'q', 0, 'h', 0, 'a', 'a').end());
        return out.toByteArray();
    }

    private static PickleWriter repeat(PickleWriter pickle, int times, char instruction) {
        return pickle.raw(String.valueOf(instruction).repeat(times));
    }

    /// (x, x) of (x, x) of ...: 2^1000 leaves for a naive traversal.
    private static void doubled(PickleWriter pickle) {
        pickle.raw(']');
        for (int i = 0; i < 1000; i++) pickle.raw('2', 0x86);
    }

    /// OrderedDict(pairs), thousands of times over the same thousands of pairs.
    private static void copied(PickleWriter pickle) {
        pickle.raw('(');
        for (int i = 0; i < 10_000; i++) pickle.number(i).raw('2', 0x86);
        pickle.raw('l', 0x85, 'q', 0);
        for (int i = 0; i < 10_000; i++) {
            pickle.global("collections", "OrderedDict").raw('h', 0, 'R');
        }
    }

    private static byte[] bomb() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            for (int i = 0; i < 1000; i++) zip.write(new byte[1 << 16]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        return written(file -> TorchFile.zip(file, parts));
    }

    private static byte[] good() {
        return written(checkpoint()::writeZip);
    }

    private static byte[] goodLegacy() {
        return written(checkpoint()::writeLegacy);
    }

    private static TorchFile checkpoint() {
        return new TorchFile().add("x", Shape.of(2, 2), 1, 2, 3, 4).add("y", Shape.of(), 5);
    }

    private interface Writing {
        void to(Path file) throws IOException;
    }

    private static byte[] written(Writing writing) {
        try {
            Path file = Files.createTempFile("hrscope", ".pth");
            writing.to(file);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] cut(byte[] bytes, double share) {
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }

    /// Flips one bit in an entry's content, which follows its name in the local header.
    private static byte[] flipped(byte[] zip, String part) {
        String text = new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] flipped = zip.clone();
        flipped[text.indexOf(part) + part.length() + 3] ^= 1;
        return flipped;
    }
}
