package org.hrscope.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Problem;

/// What ONNX Runtime runs a network's nodes on. All but the CPU exist only where the library on the class path was
/// built with them: CoreML in the macOS build, DirectML and CUDA in builds that a user adds.
public enum ExecutionProvider {
    CPU("CPU", OrtProvider.CPU),
    COREML("CoreML", OrtProvider.CORE_ML),
    DIRECTML("DirectML", OrtProvider.DIRECT_ML),
    CUDA("CUDA", OrtProvider.CUDA);

    private final String title;
    private final OrtProvider runtimes;

    ExecutionProvider(String title, OrtProvider runtimes) {
        this.title = title;
        this.runtimes = runtimes;
    }

    /// The maker's own name, the same in every language.
    public String title() {
        return title;
    }

    /// ONNX Runtime's name, as in its profiles: `CPUExecutionProvider`.
    public String runtimeName() {
        return runtimes.getName();
    }

    /// Those the library has, the CPU first. Whether the hardware is there shows only when a session is opened.
    ///
    /// @throws Problem `natives.*`
    public static List<ExecutionProvider> offered() throws Problem {
        OnnxRuntimeLibrary.need();
        return among(OrtEnvironment.getAvailableProviders());
    }

    static List<ExecutionProvider> among(Set<OrtProvider> available) {
        return Arrays.stream(values())
                .filter(each -> each == CPU || available.contains(each.runtimes))
                .toList();
    }

    /// Nodes that the provider cannot run go to the CPU: [NodeProviders] tells which.
    void addTo(SessionOptions options) throws OrtException {
        switch (this) {
            case CPU -> {}
            case COREML -> options.addCoreML(Map.of("MLComputeUnits", "ALL"));
            case DIRECTML -> {
                // DirectML demands both.
                options.setMemoryPatternOptimization(false);
                options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
                options.addDirectML(0);
            }
            case CUDA -> options.addCUDA(0);
        }
    }
}
