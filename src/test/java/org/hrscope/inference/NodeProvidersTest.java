package org.hrscope.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.hrscope.domain.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeProvidersTest {
    /// As ONNX Runtime 1.28 writes it; the CoreML part is its format with that provider's name put in.
    private static final String MIXED =
            """
            [
            {"cat" : "Session","pid" :7,"tid" :7,"dur" :12,"ts" :3,"ph" : "X","name" :"model_loading_array","args" : {}},
            {"cat" : "Node","pid" :7,"tid" :7,"dur" :0,"ts" :9,"ph" : "X","name" :"a_fence_before","args" : {"op_name" : "Conv"}},
            {"cat" : "Node","pid" :7,"tid" :7,"dur" :5,"ts" :9,"ph" : "X","name" :"CoreML_1_0_kernel_time","args" : {"op_name" : "CoreML_1","provider" : "CoreMLExecutionProvider","node_index" : "0","thread_scheduling_stats" : {"main_thread": {"core": 1}}}},
            {"cat" : "Node","pid" :7,"tid" :7,"dur" :5,"ts" :14,"ph" : "X","name" :"resize_kernel_time","args" : {"op_name" : "Resize","provider" : "CPUExecutionProvider"}},
            {"cat" : "Node","pid" :7,"tid" :7,"dur" :5,"ts" :19,"ph" : "X","name" :"resize_kernel_time","args" : {"op_name" : "Resize","provider" : "CPUExecutionProvider"}},
            {"cat" : "Node","pid" :7,"tid" :7,"dur" :5,"ts" :24,"ph" : "X","name" :"odd_kernel_time","args" : {"op_name" : "Add","provider" : "XnnpackExecutionProvider"}},
            {"cat" : "Node","pid" :7,"tid" :7,"dur" :5,"ts" :24,"ph" : "X","name" :"old_kernel_time"}
            ]
            """;

    @TempDir private Path folder;

    @Test
    void theProfileTellsWhoRanWhat() throws IOException, Problem {
        Path profile = folder.resolve("p.json");
        Files.writeString(profile, MIXED);
        NodeProviders providers = NodeProviders.read(profile);
        assertThat(providers.byNode())
                .containsEntry("CoreML_1_0", "CoreML")
                .containsEntry("resize", "CPU")
                .containsEntry("odd", "XnnpackExecutionProvider")
                .hasSize(3);
        assertThat(providers.on(ExecutionProvider.COREML)).isEqualTo(1);
        assertThat(providers.on(ExecutionProvider.CUDA)).isZero();
        assertThat(providers).hasToString("CPU 1, CoreML 1, XnnpackExecutionProvider 1");
    }

    @Test
    void onlyWhatTheLibraryHasIsOffered() {
        assertThat(ExecutionProvider.among(EnumSet.of(OrtProvider.CPU, OrtProvider.XNNPACK)))
                .containsExactly(ExecutionProvider.CPU);
        assertThat(
                        ExecutionProvider.among(
                                EnumSet.of(
                                        OrtProvider.CPU,
                                        OrtProvider.CUDA,
                                        OrtProvider.CORE_ML,
                                        OrtProvider.DIRECT_ML)))
                .isEqualTo(List.of(ExecutionProvider.values()));
    }

    /// Here, all on the CPU.
    @Test
    void aRealProfileIsUnderstood() throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            NodeProviders providers = NodeProviders.of(model.file(), new ExecutionPlan(1, 1));
            assertThat(providers.counts()).containsOnlyKeys("CPU");
            assertThat(providers.on(ExecutionProvider.CPU)).isGreaterThan(50);
        }
    }

    /// Never in silence on the CPU: whoever asks for another provider is told that it is not there.
    @Test
    void aProviderThatIsNotThereIsAProblem() throws Problem {
        List<ExecutionProvider> offered = ExecutionProvider.offered();
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            for (ExecutionProvider provider : ExecutionProvider.values()) {
                if (offered.contains(provider)) continue;
                ExecutionPlan plan = new ExecutionPlan(1, 1).on(provider);
                assertThatThrownBy(() -> model.file().open(plan))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                e -> assertThat(e.key()).isEqualTo("provider.failed"))
                        .hasMessageContaining(provider.title());
            }
        }
    }
}
