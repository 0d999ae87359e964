package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.onnx.GatedValue;
import org.hrscope.people.People;
import org.hrscope.pipeline.ActivationFollower.Wanted;
import org.hrscope.pixels.Cover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The session behind map and inspector, where what is altered cannot be run.
class FollowedModelTest {
    private static final String NODE = "stage4.0.branches.3";

    private static PoseEstimator estimator;
    private static PipelineResult result;
    private final FollowedModel model = new FollowedModel();

    @BeforeAll
    static void open() throws Problem {
        estimator = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        Frame frame = BlackFrames.at(0);
        var estimate =
                estimator.estimate(
                        frame,
                        new BoundingBox(5, 5, 30, 40),
                        new EstimationOptions(Decoder.QUARTER, false));
        result = new PipelineResult(frame, estimator.info(), People.one(estimate), 1, 0, 0);
    }

    @AfterAll
    static void close() {
        result.close();
        estimator.close();
    }

    private Map<String, Tensor> run(Alteration altered) throws Problem {
        return run(altered, result);
    }

    private Map<String, Tensor> run(Alteration altered, PipelineResult result) throws Problem {
        Wanted wanted = new Wanted(estimator.model().file(), Set.of(), List.of(), altered);
        return model.run(wanted, Set.of(NODE), result);
    }

    private static Alteration cut(String value, int channels) {
        return new Alteration(
                estimator.model().file(),
                List.of(GatedValue.everywhere(value, channels)),
                new float[channels],
                Cover.NONE);
    }

    /// A failure leaves neither the map empty for good, nor an attempt for every frame.
    @Test
    void whatFailedOnceIsTriedAgain() throws Problem {
        try (model) {
            Alteration impossible = cut(NODE, 7);
            for (int i = 0; i < 3; i++)
                assertThatThrownBy(() -> run(impossible)).as("try " + i).isNotNull();
            assertThat(run(impossible)).as("not once more").isEmpty();
            assertThat(run(cut(NODE, 128)).get(NODE).toArray())
                    .as("another cut")
                    .hasSize(128 * 8 * 6)
                    .containsOnly(0);
            assertThat(run(null).get(NODE).toArray()).as("whole").isNotEqualTo(new float[1]);
        }
    }

    /// What is hidden of a frame that cannot be read says nothing of the network.
    @Test
    void aCoverThatFailsLeavesTheNetworkAlone() throws Problem {
        Alteration covered = covered();
        try (model;
                PipelineResult unreadable = unreadable()) {
            assertThatThrownBy(() -> run(covered, unreadable)).isNotNull();
            assertThat(run(null)).as("without it").containsKey(NODE);
            assertThat(run(covered)).as("again").containsKey(NODE);
        }
    }

    /// Once in a while it may fail for ever.
    @Test
    void whatWentWellMayFailAsOftenAgain() throws Problem {
        Alteration covered = covered();
        try (model;
                PipelineResult unreadable = unreadable()) {
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(() -> run(covered, unreadable)).as("frame " + i).isNotNull();
                assertThat(run(covered)).as("after frame " + i).containsKey(NODE);
            }
        }
    }

    private static Alteration covered() {
        Cover cover = Cover.NONE.with(new Cover.Dab(10, 10, 20, 20, 5));
        return new Alteration(estimator.model().file(), List.of(), new float[0], cover);
    }

    /// Nothing can be hidden in it.
    private static PipelineResult unreadable() {
        Frame frame =
                new Frame(
                        64,
                        48,
                        ByteBuffer.allocateDirect(4 * 64 * 48).limit(0),
                        new Frame.Origin("locked", 1, 0),
                        () -> {});
        return new PipelineResult(frame, estimator.info(), result.people(), 1, 0, 0);
    }
}
