package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.threads.Workers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two lanes, and frames whose estimates end when the test says so.
@Timeout(60)
class LanesTest {
    private static final SourceInfo SOURCE = new SourceInfo("held", 0, 30, false);

    private final List<CompletableFuture<Estimate>> estimates = new ArrayList<>();
    private final Held analysis = new Held();
    private volatile long clock = 1_000_000_000;
    private @Nullable CompletableFuture<Estimate> next;
    private PoseEstimator estimator;

    private record Begun(Grabbed grabbed, List<CompletableFuture<Estimate>> estimates)
            implements Analysis.UnderWay {}

    private final class Held extends Analysis<Begun> {
        Held() {
            super(() -> clock, () -> {});
        }

        @Override
        public void begin(
                Grabbed grabbed, PoseEstimator with, EngineSettings settings, long dropped) {
            began(with);
            estimates.add(next == null ? new CompletableFuture<>() : next);
            next = null;
            add(new Begun(grabbed, List.of(estimates.getLast())));
        }

        @Override
        PipelineResult finish(Begun oldest) {
            throw new AssertionError("only the lanes are looked at");
        }

        @Override
        public PipelineResult again(
                Grabbed grabbed, PipelineResult before, PoseEstimator with, EngineSettings now) {
            throw new AssertionError("only the lanes are looked at");
        }
    }

    @BeforeEach
    void open() throws Problem {
        estimator = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        assertThat(estimator.atOnce()).isEqualTo(2);
    }

    @AfterEach
    void close() {
        estimates.forEach(each -> each.cancel(false));
        analysis.close();
        estimator.close();
    }

    private void begin() {
        Frame frame =
                new Frame(
                        1,
                        1,
                        ByteBuffer.allocate(4),
                        new Frame.Origin("held", estimates.size(), 0),
                        () -> {});
        try (Grabbed grabbed = new Grabbed(frame, SOURCE, 0)) {
            analysis.begin(grabbed, estimator, EngineSettings.standard(), 0);
        }
    }

    private void done(int frame) {
        estimates.get(frame).cancel(false);
    }

    private void oldestIsTaken() {
        assertThatThrownBy(analysis::finish).isInstanceOf(AssertionError.class);
    }

    /// The newer of two may be done first.
    @Test
    void aFreeLaneDoesNotWaitForTheOther() {
        begin();
        assertThat(analysis.lanesBusy()).isFalse();
        begin();
        assertThat(analysis.lanesBusy()).isTrue();
        done(1);
        assertThat(analysis.lanesBusy()).isFalse();
        assertThat(analysis.ready()).as("results stay in order").isFalse();
        assertThat(analysis.full()).as("where each run must give the same").isTrue();
        begin();
        assertThat(analysis.lanesBusy()).isTrue();
        done(0);
        assertThat(analysis.ready()).isTrue();
    }

    @Test
    void behindOneThatHangsNoMoreThanFourAreHeld() {
        for (int i = 0; i < 4; i++) {
            begin();
            if (i > 0) done(i);
        }
        assertThat(analysis.lanesBusy()).isTrue();
        assertThat(analysis.ready()).isFalse();
        done(0);
        analysis.awaitLane();
        assertThat(analysis.ready()).isTrue();
    }

    /// It lies ready when the lane has done, which then waits for nobody; but only one does.
    @Test
    void oneFrameBeginsShortlyBeforeALaneIsFree() {
        analysis.took(40_000_000);
        begin();
        clock += 20_000_000;
        begin();
        clock += 14_000_000;
        assertThat(analysis.lanesBusy()).as("34 of 40 ms").isTrue();
        clock += 2_000_000;
        assertThat(analysis.lanesBusy()).as("36 of 40 ms").isFalse();
        begin();
        assertThat(analysis.lanesBusy()).as("one waits").isTrue();
        clock += 100_000_000;
        assertThat(analysis.lanesBusy()).as("one waits, however long").isTrue();
    }

    /// Not from when it began, which would be ever earlier.
    @Test
    void whatWaitedIsForeseenFromWhenItsLaneTookItUp() {
        analysis.took(40_000_000);
        begin();
        clock += 20_000_000;
        begin();
        clock += 16_000_000;
        begin();
        clock += 10_000_000;
        done(0);
        // Now the second has 26 ms behind it, and the third none.
        assertThat(analysis.lanesBusy()).isTrue();
        clock += 9_000_000;
        assertThat(analysis.lanesBusy()).as("the second has 35 behind it").isFalse();
        done(1);
        oldestIsTaken();
        oldestIsTaken();
        begin();
        clock += 25_000_000;
        assertThat(analysis.lanesBusy()).as("the third has 34 behind it").isTrue();
        clock += 1_000_000;
        assertThat(analysis.lanesBusy()).as("the third has 35 behind it").isFalse();
    }

    @Test
    void longFramesBeginWhenALaneIsFree() {
        analysis.took(101_000_000);
        begin();
        begin();
        clock += 100_000_000;
        assertThat(analysis.lanesBusy()).isTrue();
        done(0);
        assertThat(analysis.lanesBusy()).isFalse();
    }

    @Test
    void itWaitsNoLongerThanUntilALaneIsAboutToBeFree() {
        analysis.took(80_000_000);
        begin();
        begin();
        clock += 69_900_000;
        CompletableFuture<Void> passing =
                Workers.once(
                        "clock",
                        () -> {
                            Thread.sleep(20);
                            clock += 200_000;
                            return null;
                        });
        analysis.awaitLane();
        assertThat(analysis.lanesBusy()).isFalse();
        assertThat(analysis.ready()).isFalse();
        passing.join();
    }

    @Test
    void whatEndsWhileItIsLookedAtIsNotWaitedForForEver() {
        next = endingAtLook(2);
        begin();
        begin();
        analysis.awaitLane();
        assertThat(analysis.ready()).isTrue();
    }

    /// Ends just after it was still found at work.
    private static CompletableFuture<Estimate> endingAtLook(int last) {
        return new CompletableFuture<>() {
            private int looked;

            @Override
            public boolean isDone() {
                boolean done = super.isDone();
                if (++looked == last) cancel(false);
                return done;
            }
        };
    }

    @Test
    void itWaitsUntilOneIsDone() throws Exception {
        begin();
        begin();
        CompletableFuture<Boolean> waited =
                Workers.once(
                        "waiting",
                        () -> {
                            analysis.awaitLane();
                            return analysis.lanesBusy();
                        });
        assertThat(waited).isNotDone();
        done(1);
        assertThat(waited.get(30, TimeUnit.SECONDS)).isFalse();
    }
}
