package org.hrscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FullSpeedTest {
    @Test
    void aTurnLeavesNothingInFlightAndTheSourceOpen() throws Exception {
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                DemoSource source = new DemoSource();
                FullSpeed pipeline =
                        new FullSpeed(new FrameAnalysis(), EngineSettings.standard(), source)) {
            List<Long> seen = new ArrayList<>();
            for (int turn = 1; turn <= 2; turn++) {
                int before = seen.size();
                long start = System.nanoTime();
                FullSpeed.Turn done =
                        pipeline.turn(
                                estimator,
                                0.2,
                                result -> seen.add(result.frame().origin().index()));
                assertThat(done.nanos()).isBetween(1L, System.nanoTime() - start);
                assertThat(done.frames()).isPositive().isEqualTo(seen.size() - before);
                assertThat(pipeline.analysis().busy()).isFalse();
            }
            assertThat(seen).isSorted().doesNotHaveDuplicates();
        }
    }
}
