package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.junit.jupiter.api.Test;

class PoseLanesTest {
    private static final BoundingBox BOX = new BoundingBox(430, 20, 420, 680);

    /// The thresholds for who is there were chosen without it.
    @Test
    void everyoneIsJudgedWithoutTheFlipTestAndShownWithIt() throws Problem {
        try (DemoSource demo = new DemoSource();
                Frame frame = demo.next();
                PoseEstimator estimator =
                        new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled())) {
            EstimationOptions flip = new EstimationOptions(Decoder.QUARTER, true);
            PoseLanes lanes = new PoseLanes(estimator, flip);
            Pose plain =
                    estimator
                            .estimate(frame, BOX, new EstimationOptions(Decoder.QUARTER, false))
                            .pose();
            Pose flipped = estimator.estimate(frame, BOX, flip).pose();
            assertThat(plain).isNotEqualTo(flipped);
            List<Look> looks = List.of(new Look(BOX, 1, 1), new Look(BOX, 0, 0.9));
            List<Estimate> there = lanes.look(frame, looks).await();
            assertThat(there).extracting(Estimate::pose).containsExactly(flipped, flipped);
            for (Estimate each : there) {
                assertThat(each.judged().keypoints())
                        .extracting(Keypoint::score)
                        .isEqualTo(plain.keypoints().stream().map(Keypoint::score).toList());
                assertThat(each.judged().keypoints())
                        .extracting(Keypoint::x)
                        .isEqualTo(flipped.keypoints().stream().map(Keypoint::x).toList());
            }
        }
    }
}
