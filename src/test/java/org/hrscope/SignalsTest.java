package org.hrscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hrscope.export.CocoResult;
import org.hrscope.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real program, terminated by signals.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SignalsTest {
    @TempDir Path folder;

    @Test
    void anEstimateThatIsEndedKeepsWhatItFound() throws Exception {
        Path out = folder.resolve("out");
        Path json = Files.writeString(folder.resolve("poses.json"), "before");
        Path said = folder.resolve("said");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "estimate",
                                "demo",
                                "--out",
                                out.toString(),
                                "--json",
                                json.toString()));
        builder.environment().putAll(Map.of("XDG_DATA_HOME", folder.resolve("data").toString()));
        Process program =
                builder.redirectError(said.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            assumeTrue(program.supportsNormalTermination(), "needs SIGTERM");
            Path third = out.resolve("demo_000002.png");
            while (!Files.exists(third) && program.isAlive()) Thread.sleep(20);
            program.destroy();
            assertThat(program.waitFor()).isEqualTo(143);
        } finally {
            program.destroyForcibly();
        }
        assertThat(Files.readString(said).lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Stopped.");
        CocoResult[] results = new Json(Json.Names.SNAKE_CASE).read(json, CocoResult[].class);
        String[] pictures = out.toFile().list();
        assertThat(results).hasSizeGreaterThan(2).hasSameSizeAs(pictures);
        assertThat(pictures).allMatch(name -> name.matches("demo_\\d{6}\\.png"));
    }
}
