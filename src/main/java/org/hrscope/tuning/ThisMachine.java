package org.hrscope.tuning;

import java.util.Objects;
import org.hrscope.domain.Problem;
import org.hrscope.inference.OnnxRuntimeLibrary;
import org.hrscope.natives.CpuListing;

/// What a measured speed depends on besides the network.
///
/// @param processor its maker's name for it
/// @param cores     that this process may use, by affinity and container limits
/// @param runtime   ONNX Runtime's version
public record ThisMachine(String processor, int cores, String runtime) {

    /// @throws Problem `natives.*`
    public static ThisMachine now() throws Problem {
        int cores = Runtime.getRuntime().availableProcessors();
        String processor = processor(CpuListing.here());
        return new ThisMachine(processor, cores, OnnxRuntimeLibrary.version());
    }

    static String processor(CpuListing listing) {
        String otherwise =
                Objects.requireNonNullElse(
                        System.getenv("PROCESSOR_IDENTIFIER"), System.getProperty("os.arch", "?"));
        return listing.name().orElse(otherwise);
    }
}
