package org.hrscope.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.ablation.NoiseFrames;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.lab.Lab;
import org.hrscope.ui.selection.Selection;
import org.junit.jupiter.api.Test;

class ProfilingTest {
    private final List<Problem> troubles = new ArrayList<>();

    /// As where the system gives no further thread.
    @Test
    void aMeasurementThatCannotBeginGivesTheFrameBackAndCanBeAskedForAgain() throws Problem {
        Jobs jobs =
                new Jobs(
                        work -> {
                            throw new OutOfMemoryError("unable to create native thread");
                        },
                        Runnable::run);
        NetworkViewModel model = new NetworkViewModel(new Selection(), new Lab(jobs, _ -> {}));
        Profiling profiling = new Profiling(model, jobs, troubles::add);
        try (NoiseFrames stage = new NoiseFrames()) {
            model.show(OpenedNetwork.of(stage.file()));
            try (PipelineResult result = stage.result(3)) {
                profiling.start(result);
            }
            assertThat(stage.framesOut()).isZero();
        }
        assertThat(profiling.running()).isFalse();
        assertThat(troubles).extracting(Problem::key).containsExactly("memory.full");
    }
}
