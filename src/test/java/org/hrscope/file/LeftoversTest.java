package org.hrscope.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LeftoversTest {
    private static final String UUID = "01234567-89ab-cdef-0123-456789abcdef";

    @TempDir Path folder;

    /// Another process, halfway through writing a file.
    static final class HalfWay {
        public static void main(String[] file) throws Exception {
            WholeFile.write(
                    Path.of(file[0]),
                    channel -> {
                        channel.write(ByteBuffer.wrap(new byte[100]));
                        System.out.println("half");
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    });
        }
    }

    private long parts() throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".part")).count();
        }
    }

    @Test
    void whatAKilledProcessLeftGoesAndWhatALivingOneWritesStays() throws Exception {
        Path file = Files.writeString(folder.resolve("x.json"), "before");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        Process writer =
                new ProcessBuilder(java, "-cp", path, HalfWay.class.getName(), file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = writer.inputReader()) {
            assertThat(out.readLine()).isEqualTo("half");
            Leftovers.clear(folder);
            WholeFile.write(folder.resolve("y"), channel -> {});
            assertThat(parts()).as("of a living process").isEqualTo(1);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(parts()).isEqualTo(1);
        assertThat(file).hasContent("before");
        WholeFile.write(folder.resolve("z"), channel -> {});
        assertThat(parts()).as("of a killed process").isZero();
        assertThat(file).hasContent("before");
    }

    @Test
    void nothingElseGoes() throws Exception {
        List<String> others =
                List.of("x.part", ".x.part", "." + UUID, "x." + UUID + ".part", ".a.b." + UUID);
        for (String name : others) Files.createFile(folder.resolve(name));
        Path gone = Files.createFile(folder.resolve(".poses.json." + UUID + ".part"));
        Path link =
                Files.createSymbolicLink(
                        folder.resolve(".l.1" + UUID.substring(1) + ".part"),
                        Files.writeString(folder.resolve("data"), "data"));
        Leftovers.clear(folder);
        assertThat(gone).doesNotExist();
        assertThat(folder.toFile().list()).contains(others.toArray(String[]::new));
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("data")).hasContent("data");
        Leftovers.clear(folder.resolve("nowhere"));
    }

    /// A process that opens and closes its own file would lose its lock on it.
    @Test
    void whatThisProcessWritesStays() throws Exception {
        Path file = folder.resolve("x");
        WholeFile.write(
                file,
                channel -> {
                    Leftovers.clear(folder);
                    channel.write(ByteBuffer.wrap(new byte[] {'a'}));
                });
        assertThat(file).hasContent("a");
    }
}
