package org.hrscope.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.capture.FramePool;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.Cover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A cut is shown on the frame that is on the stage, also where that stands still, and gives back what it took.
@Timeout(120)
class CutFollowerTest {
    private static final String PATH = "stage3.0.fuse_layers.0.1";

    private final AtomicInteger framesOut = new AtomicInteger();
    private final List<Problem> troubles = new CopyOnWriteArrayList<>();
    private final PoseEstimator live = open();
    private final CutFollower follower = new CutFollower(troubles::add);

    private static PoseEstimator open() {
        try {
            return new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void close() {
        follower.close();
        live.close();
        assertThat(framesOut).as("frames not given back").hasValue(0);
    }

    private PipelineResult result(long seed) throws Problem {
        Random random = new Random(seed);
        byte[] noise = new byte[320 * 240 * 4];
        random.nextBytes(noise);
        framesOut.incrementAndGet();
        Frame painted =
                new FramePool().frame(320, 240, new Frame.Origin("n", seed, 0), p -> p.put(noise));
        BoundingBox box = new BoundingBox(40.25, 10.5, 180.5, 210);
        EngineSettings settings =
                new EngineSettings(Decoder.QUARTER, false, PersonMode.DRAWN, box, 1, true);
        try (Frame frame =
                new Frame(
                        320, 240, painted.pixels(), painted.origin(), framesOut::decrementAndGet)) {
            Grabbed grabbed = new Grabbed(frame, new SourceInfo("n", 0, 0, false), 0);
            return new FrameAnalysis().analyse(grabbed, live, settings, 0);
        }
    }

    private CutFollower.Asked asked(String name, float gain, String... inner) {
        return new CutFollower.Asked(
                live.model().file(), Gains.NONE.with(name, gain), Decoder.QUARTER, Set.of(inner));
    }

    private Cut await() throws InterruptedException {
        return Objects.requireNonNull(follower.results().take());
    }

    @Test
    void aStandingFrameIsCutAgainAndAgain() throws Exception {
        try (PipelineResult result = result(3)) {
            follower.offer(result);
            follower.follow(asked(PATH, 0, PATH));
            Estimate estimate = result.person().orElseThrow().estimate();
            Readout first;
            try (Cut cut = await()) {
                first = cut.cut();
                assertThat(cut.result().frame().origin().index()).isEqualTo(3);
                assertThat(
                                Inputs.relative(
                                        cut.whole().maps().values(), estimate.heatmaps().values()))
                        .isLessThan(1e-4);
                assertThat(first.maps().values()).isNotEqualTo(cut.whole().maps().values());
                assertThat(cut.effects()).hasSize(17);
                for (float value : cut.values().get(PATH).toArray()) assertThat(value).isZero();
            }
            follower.follow(asked("layer1.2", 2));
            try (Cut cut = await()) {
                assertThat(cut.gains().changed())
                        .extracting(Gains.Gain::name)
                        .containsExactly("layer1.2");
                assertThat(cut.cut().maps().values()).isNotEqualTo(first.maps().values());
            }
            follower.follow(asked(PATH, 0));
            try (Cut cut = await()) {
                assertThat(cut.cut().maps().values()).isEqualTo(first.maps().values());
            }
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void whatCannotBeCutIsToldOnce() throws Exception {
        try (PipelineResult result = result(4)) {
            follower.offer(result);
            follower.follow(asked("layer1.77", 0));
            while (troubles.isEmpty()) Thread.sleep(5);
            assertThat(troubles.getFirst().key()).isEqualTo("gain.unknown");
            follower.follow(asked("layer1.2", 0));
            await().close();
        }
        assertThat(troubles).hasSize(1);
    }

    @Test
    void whatIsCoveredIsNotSeenByTheCutNetworkAlone() throws Exception {
        try (PipelineResult result = result(5)) {
            Cover cover = Cover.NONE.with(new Cover.Dab(100, 60, 160, 90, 30));
            CutFollower.Asked bare = asked(PATH, 0);
            follower.offer(result);
            follower.follow(
                    new CutFollower.Asked(
                            bare.file(), Gains.NONE, Decoder.QUARTER, Set.of(), cover));
            Readout whole;
            Readout covered;
            try (Cut cut = await()) {
                whole = cut.whole();
                covered = cut.cut();
                assertThat(cut.hidden()).isNotNull();
                assertThat(covered.maps().values()).isNotEqualTo(whole.maps().values());
            }
            follower.follow(
                    new CutFollower.Asked(
                            bare.file(), bare.gains(), Decoder.QUARTER, Set.of(), cover));
            Readout both;
            try (Cut cut = await()) {
                both = cut.cut();
                assertThat(cut.whole().maps().values()).isEqualTo(whole.maps().values());
                assertThat(both.maps().values()).isNotEqualTo(covered.maps().values());
            }
            follower.follow(bare);
            try (Cut cut = await()) {
                assertThat(cut.hidden()).isNull();
                assertThat(cut.whole().maps().values()).isEqualTo(whole.maps().values());
                assertThat(cut.cut().maps().values()).isNotEqualTo(both.maps().values());
            }
            // The same crop as the live network's would be of the covered frame.
            follower.follow(
                    new CutFollower.Asked(
                            bare.file(), Gains.NONE, Decoder.QUARTER, Set.of(), cover));
            try (Cut cut = await()) {
                assertThat(cut.cut().maps().values()).isEqualTo(covered.maps().values());
            }
        }
        assertThat(troubles).isEmpty();
    }
}
