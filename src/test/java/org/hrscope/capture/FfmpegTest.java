package org.hrscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegTest {
    @TempDir private Path folder;

    /// With a fresh cache folder, so that the natives must be unpacked.
    @Test
    void nativesThatLoadWhileTheirThreadIsToldToEndLoadAllTheSame() throws Exception {
        Path clip = Clip.h264(3).write(folder.resolve("clip.mp4"));
        ProcessBuilder start =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("natives"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName(),
                        clip.toString());
        start.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Process process = start.redirectErrorStream(true).start();
        try {
            List<String> lines = process.inputReader().lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(lines).last().isEqualTo("second 320x240");
        } finally {
            process.destroyForcibly();
        }
    }
}
