package org.hrscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hrscope.capture.figure.DemoSource;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.junit.jupiter.api.Test;

class FollowBenchTest {
    /// The value is there; what was missing is time.
    @Test
    void aValueThatWasNotReadIsNotSaidToBeMissing() throws Exception {
        try (PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
                DemoSource source = new DemoSource()) {
            FollowBench.check(estimator, "heatmaps");
            FollowBench bench = new FollowBench(estimator, source, "heatmaps");
            assertThatThrownBy(bench::following)
                    .hasMessage("heatmaps was not read once in this time. Give more --seconds.");
        }
    }
}
