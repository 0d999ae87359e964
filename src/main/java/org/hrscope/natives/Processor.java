package org.hrscope.natives;

import java.util.List;
import java.util.Set;

/// What this machine's processor does with eight-bit products. x86 without VNNI adds pairs of them in 16 bits, which
/// overflow where weights use all eight bits ("Quantization", onnxruntime.ai, on `reduce_range`): there, seven must do.
///
/// @param vnni       whether it has instructions for them, as far as is known
/// @param weightBits that it adds up without overflow
public record Processor(boolean vnni, int weightBits) {
    private static final List<String> FLAGS = List.of("avx512_vnni", "avx_vnni", "asimddp");

    /// Read once: every session that opens asks for it, and the listing of many cores is long.
    private static final class Here {
        private static final Processor PROCESSOR =
                of(System.getProperty("os.arch", ""), CpuListing.here().words());
    }

    /// An x86 of which nothing is known counts as having none.
    public static Processor here() {
        return Here.PROCESSOR;
    }

    public static Processor of(String architecture, Set<String> flags) {
        boolean dot = FLAGS.stream().anyMatch(flags::contains);
        boolean arm = architecture.equals("aarch64");
        return new Processor(dot || arm, dot || arm ? 8 : 7);
    }
}
