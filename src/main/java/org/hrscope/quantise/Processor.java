package org.hrscope.quantise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What this machine's processor does with eight-bit products. x86 without VNNI adds pairs of them in 16 bits, which
/// overflow where weights use all eight bits ("Quantization", onnxruntime.ai, on `reduce_range`): there, seven must do.
///
/// @param vnni       whether it has instructions for them, as far as is known
/// @param weightBits that it adds up without overflow
public record Processor(boolean vnni, int weightBits) {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final List<String> FLAGS = List.of("avx512_vnni", "avx_vnni", "asimddp");

    /// An x86 of which nothing is known counts as having none.
    public static Processor here() {
        return of(System.getProperty("os.arch", ""), flags());
    }

    static Processor of(String architecture, String flags) {
        boolean dot = List.of(flags.split("\\s+")).stream().anyMatch(FLAGS::contains);
        boolean arm = architecture.equals("aarch64");
        return new Processor(dot || arm, dot || arm ? 8 : 7);
    }

    private static String flags() {
        try {
            return Files.readString(LINUX, StandardCharsets.ISO_8859_1);
        } catch (IOException elsewhere) {
            return "";
        }
    }
}
