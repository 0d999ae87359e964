package org.hrscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hrscope.domain.Problem;

/// Feeds very many damaged files to one reader: each must be read or refused with a [Problem] within two seconds.
/// Reproducible. Prints counts; failing inputs are saved under `target/fuzz` and fail the test.
///
/// `-Dfuzz.inputs=N` sets the number of inputs, `-Dfuzz.minutes=N` the time limit per reader.
public final class Hammer {
    private static final long SLOW_NANOS = 2_000_000_000L;
    private static final int TRIES = 3;
    private static final int KINDS_TOLD = 20;
    private static final int[] EDGES = {
        0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 1 << 24, Integer.MAX_VALUE,
        Integer.MIN_VALUE, -12, 0x7ffffff4, 100_000
    };
    private static final String[] WORDS = {
        "-1", "0", "1e999", "NaN", "null", "99999999999999999999", "\"\"", "[]", "{}", "\\u0000", "true", "."
    };

    /// Reads one file; anything thrown but a [Problem] is a failure.
    public interface Reader {
        void read(byte[] bytes) throws Exception;
    }

    private final String name;
    private final List<byte[]> seeds;
    private final RandomGenerator random;
    private final Map<String, Integer> faults = new TreeMap<>();
    private long refused;
    private long slowest;

    private Hammer(String name, List<byte[]> seeds) {
        this.name = name;
        this.seeds = seeds;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(name.hashCode());
    }

    /// @param seeds  valid files to start from
    /// @param inputs default number of inputs
    public static void run(String name, List<byte[]> seeds, long inputs, Reader reader)
            throws IOException {
        new Hammer(name, seeds).run(Long.getLong("fuzz.inputs", inputs), reader);
    }

    private void run(long inputs, Reader reader) throws IOException {
        long start = System.nanoTime();
        long end = start + Long.getLong("fuzz.minutes", 20) * 60_000_000_000L;
        long done = 0;
        for (byte[] seed : seeds) strike(seed, reader);
        while (done < inputs && System.nanoTime() < end) {
            strike(damaged(), reader);
            done++;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%-12s %,9d inputs, %,9d refused, %,9d read, slowest %.3f s, %.0f a second, faults %d%n",
                name,
                done,
                refused,
                done + seeds.size() - refused - faults.values().stream().mapToInt(n -> n).sum(),
                slowest / 1e9,
                done / seconds,
                faults.size());
        if (!faults.isEmpty()) throw new AssertionError(name + ": " + faults);
    }

    /// Slow inputs are retried: the machine may have been busy.
    private void strike(byte[] bytes, Reader reader) throws IOException {
        long took = timed(bytes, reader, true);
        for (int again = 1; again < TRIES && took > SLOW_NANOS; again++) {
            took = Math.min(took, timed(bytes, reader, false));
        }
        slowest = Math.max(slowest, took);
        if (took > SLOW_NANOS) fault("slower than two seconds", bytes);
    }

    private long timed(byte[] bytes, Reader reader, boolean first) throws IOException {
        long start = System.nanoTime();
        try {
            reader.read(bytes);
        } catch (Problem expected) {
            if (first) refused++;
            if (String.valueOf(expected.getMessage()).isBlank()) fault("no sentence", bytes);
        } catch (Throwable thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            fault(thrown + (trace.length == 0 ? "" : " at " + trace[0]), bytes);
        }
        return System.nanoTime() - start;
    }

    private void fault(String kind, byte[] bytes) throws IOException {
        if (faults.merge(kind, 1, Integer::sum) > 1 || faults.size() > KINDS_TOLD) return;
        Path folder = Files.createDirectories(Path.of("target", "fuzz"));
        Files.write(folder.resolve(name + "-" + faults.size() + ".bin"), bytes);
        System.out.println(name + "-" + faults.size() + ": " + kind);
    }

    private byte[] damaged() {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        int wounds = 1 + random.nextInt(random.nextInt(8) == 0 ? 24 : 4);
        for (int i = 0; i < wounds && bytes.length > 0; i++) bytes = wounded(bytes);
        return bytes;
    }

    private byte[] wounded(byte[] bytes) {
        // Most of what can break a reader is near the start.
        int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(64, bytes.length));
        return switch (random.nextInt(9)) {
            case 0 -> flipped(bytes, at);
            case 1 -> number(bytes, at, 4, random.nextBoolean());
            case 2 -> number(bytes, at, 2, random.nextBoolean());
            case 3 -> number(bytes, at, 1, false);
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> replaced(bytes, at, run(bytes, at), new byte[0]);
            case 6 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + run(bytes, at)));
            case 7 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length);
                int length = run(other, from);
                yield replaced(
                        bytes, at, run(bytes, at), Arrays.copyOfRange(other, from, from + length));
            }
            default ->
                    replaced(
                            bytes,
                            at,
                            Math.min(run(bytes, at), 8),
                            WORDS[random.nextInt(WORDS.length)].getBytes());
        };
    }

    private int run(byte[] bytes, int from) {
        int left = bytes.length - from;
        return left == 0 ? 0 : random.nextInt(random.nextBoolean() ? left : Math.min(left, 16)) + 1;
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] number(byte[] bytes, int at, int width, boolean littleEndian) {
        int value =
                random.nextInt(4) == 0 ? random.nextInt() : EDGES[random.nextInt(EDGES.length)];
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            int shift = 8 * (littleEndian ? i : width - 1 - i);
            bytes[at + i] = (byte) (value >> shift);
        }
        return bytes;
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] made = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, made, 0, at);
        System.arraycopy(by, 0, made, at, by.length);
        System.arraycopy(bytes, at + length, made, at + by.length, bytes.length - at - length);
        return made;
    }
}
