package org.hrscope.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.Cover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A cut is shown on the frame that is on the stage, also where that stands still, and gives back what it took.
@Timeout(120)
class CutFollowerTest {
    private static final String PATH = "stage3.0.fuse_layers.0.1";

    private final List<Problem> troubles = new CopyOnWriteArrayList<>();
    private NoiseFrames noise;
    private final CutFollower follower = new CutFollower(troubles::add);

    @BeforeEach
    void open() throws Problem {
        noise = new NoiseFrames();
    }

    @AfterEach
    void close() {
        follower.close();
        noise.close();
        assertThat(noise.framesOut()).as("frames not given back").isZero();
    }

    private CutFollower.Asked asked(String name, float gain, String... inner) {
        return new CutFollower.Asked(
                noise.file(),
                Gains.NONE.with(name, gain),
                Decoder.QUARTER,
                Set.of(inner),
                Cover.NONE);
    }

    private Cut await() throws InterruptedException {
        return Objects.requireNonNull(follower.results().take());
    }

    @Test
    void aStandingFrameIsCutAgainAndAgain() throws Exception {
        try (PipelineResult result = noise.result(3)) {
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
        try (PipelineResult result = noise.result(4)) {
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
        try (PipelineResult result = noise.result(5)) {
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
