package org.hrscope.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.inference.OnnxRuntimeLibrary;

/// What a measured speed depends on besides the network.
///
/// @param processor its maker's name for it
/// @param cores     that this process may use, by affinity and container limits
/// @param runtime   ONNX Runtime's version
public record ThisMachine(String processor, int cores, String runtime) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    /// @throws Problem `natives.*`
    public static ThisMachine now() throws Problem {
        int cores = Runtime.getRuntime().availableProcessors();
        return new ThisMachine(processor(LINUX), cores, OnnxRuntimeLibrary.version());
    }

    static String processor(Path listing) {
        String otherwise =
                Objects.requireNonNullElse(
                        System.getenv("PROCESSOR_IDENTIFIER"), System.getProperty("os.arch", "?"));
        if (!Files.isReadable(listing)) return otherwise;
        try {
            List<String> lines = Files.readAllLines(listing, StandardCharsets.ISO_8859_1);
            return lines.stream()
                    .filter(line -> line.startsWith("model name") && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
