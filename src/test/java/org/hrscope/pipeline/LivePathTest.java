package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.junit.jupiter.api.Test;

/// The demo figure through the whole path, source to pose, the bundled network against the truth.
class LivePathTest {
    private static final int FRAMES = 300;
    private static final double NEAR = 0.1;
    private static final double REQUIRED = 0.80;

    @Test
    void theBundledNetworkFindsTheDemoFiguresJoints() throws Problem, InterruptedException {
        DemoSource source = new DemoSource();
        DemoFigure truth = source.figure();
        int[] near = {0};
        int[] visible = {0};
        try (PoseEstimator estimator =
                new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            long[] finished = {0};
            FrameAnalysis.run(
                    () -> source,
                    estimator,
                    EngineSettings.standard(),
                    result -> {
                        try (result) {
                            long index = result.frame().origin().index();
                            assertThat(index).isEqualTo(finished[0]++);
                            double reach = NEAR * truth.figureHeight(index);
                            List<Keypoint> found =
                                    result.person().orElseThrow().estimate().pose().keypoints();
                            List<Keypoint> real = truth.truth(index);
                            for (int joint = 0; joint < real.size(); joint++) {
                                if (real.get(joint).score() == 0) continue;
                                visible[0]++;
                                if (distance(real.get(joint), found.get(joint)) < reach) near[0]++;
                            }
                        }
                        return finished[0] < FRAMES;
                    });
        }
        double share = near[0] / (double) visible[0];
        System.out.printf("PCK@0.1 of the figure's height on %d frames: %.3f%n", FRAMES, share);
        assertThat(share).isGreaterThanOrEqualTo(REQUIRED);
    }

    private static double distance(Keypoint a, Keypoint b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }
}
