package org.hrscope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real program, with its standard output in a file that others write, too.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PrintedResultTest {
    @TempDir Path folder;

    private String printed(String... command) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/stdout")), "needs /dev/stdout");
        Path out = folder.resolve("out");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String shell = "(echo first; \"$0\" \"$@\"; echo last) > '" + out + "'";
        List<String> line = new ArrayList<>(List.of("sh", "-c", shell, java));
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("--sun-misc-unsafe-memory-access=allow");
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        line.addAll(List.of(command));
        Path said = folder.resolve("said");
        Process program = new ProcessBuilder(line).redirectError(said.toFile()).start();
        assertThat(program.waitFor()).as(Files.readString(said)).isZero();
        return Files.readString(out, ISO_8859_1);
    }

    @Test
    void aTableStandsBetweenWhatOthersWrite() throws Exception {
        String all = printed("estimate", "demo", "--frames", "2", "--csv", "/dev/stdout");
        assertThat(all).startsWith("first\n").endsWith("\nlast\n").contains("nose");
        assertThat(all.lines()).hasSize(5);
    }

    @Test
    void soDoesANetworkOfTheRightKind() throws Exception {
        String model = Path.of("models", "hrnet_w16_coco17_256x192.onnx").toString();
        String all =
                printed(
                        "grow",
                        model,
                        "--width",
                        "16",
                        "--modules",
                        "1,2,2",
                        "--blocks",
                        "2",
                        "-o",
                        "/dev/stdout");
        assertThat(all).startsWith("first\n").endsWith("last\n").hasSizeGreaterThan(1_000_000);
    }
}
