package org.hrscope.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GrowingFileTest {
    @TempDir Path folder;

    /// Another process, which has read back what it wrote.
    static final class ReadBack {
        public static void main(String[] file) throws Exception {
            try (GrowingFile growing = GrowingFile.beside(Path.of(file[0]))) {
                growing.stream().write('a');
                try (InputStream in = growing.read()) {
                    System.out.println((char) in.read());
                }
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    void readingBackDoesNotReleaseTheLock() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = System.getProperty("java.class.path");
        Process writer =
                new ProcessBuilder(
                                java,
                                "-cp",
                                path,
                                ReadBack.class.getName(),
                                folder.resolve("x.npz").toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = writer.inputReader()) {
            assertThat(out.readLine()).isEqualTo("a");
            Leftovers.clear(folder);
            assertThat(folder.toFile().list()).hasSize(1);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        Leftovers.clear(folder);
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void canBeReadTwiceAndLeavesOnlyTheResult() throws Exception {
        Path file = folder.resolve("x");
        try (GrowingFile growing = GrowingFile.at(file)) {
            growing.stream().write(new byte[] {'a', 'b'});
            for (int i = 0; i < 2; i++) {
                try (InputStream in = growing.read()) {
                    assertThat(in.readAllBytes()).containsExactly('a', 'b');
                }
            }
            growing.complete();
        }
        assertThat(file).hasContent("ab");
        assertThat(Files.list(folder)).containsExactly(file);
    }
}
