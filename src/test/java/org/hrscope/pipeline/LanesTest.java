package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
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
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LanesTest {
    private static final SourceInfo SOURCE = new SourceInfo("held", 0, 30, false);

    private final List<CompletableFuture<Estimate>> estimates = new ArrayList<>();
    private final Held analysis = new Held();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile long clock = 1_000_000_000;
    private @Nullable CompletableFuture<Estimate> next;
    private BoundingBox box = new BoundingBox(100, 100, 150, 200);
    private EngineSettings settings = EngineSettings.standard();
    private int people = 1;
    private PoseEstimator estimator;

    private record Begun(Grabbed grabbed, List<CompletableFuture<Estimate>> estimates)
            implements Analysis.UnderWay {}

    private final class Held extends Analysis<Begun> {
        Held() {
            super(LanesTest.this::now, () -> {});
        }

        @Override
        public void begin(
                Grabbed grabbed, PoseEstimator with, EngineSettings settings, long dropped) {
            began(with, settings.estimation());
            cropped(box);
            List<CompletableFuture<Estimate>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                all.add(next == null ? new CompletableFuture<>() : next);
                next = null;
            }
            estimates.addAll(all);
            add(new Begun(grabbed, all));
        }

        @Override
        void restart() {
            throw new AssertionError("only the lanes are looked at");
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
            analysis.begin(grabbed, estimator, settings, 0);
        }
    }

    private long now() {
        looks.incrementAndGet();
        return clock;
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

    /// Two frames in the lanes since just now, whose like took so long.
    private void beginTwo(long took) {
        begin();
        analysis.took(took);
        begin();
    }

    /// It lies ready when the lane is done.
    @Test
    void oneFrameBeginsShortlyBeforeALaneIsFreeAndNoSecondOne() {
        beginTwo(40_000_000);
        clock += 34_000_000;
        assertThat(analysis.lanesBusy()).as("34 of 40 ms").isTrue();
        clock += 2_000_000;
        assertThat(analysis.lanesBusy()).as("36 of 40 ms").isFalse();
        begin();
        assertThat(analysis.lanesBusy()).as("one waits").isTrue();
        clock += 100_000_000;
        assertThat(analysis.lanesBusy()).as("one waits, however long").isTrue();
    }

    /// From when it began, each would begin earlier than the one before.
    @Test
    void whatWaitedIsForeseenFromWhenItsLaneWasFree() {
        beginTwo(40_000_000);
        clock += 36_000_000;
        begin();
        clock += 10_000_000;
        done(0);
        done(1);
        oldestIsTaken();
        oldestIsTaken();
        assertThat(analysis.lanesBusy()).isFalse();
        begin();
        clock += 34_000_000;
        assertThat(analysis.lanesBusy()).isTrue();
        clock += 1_000_000;
        assertThat(analysis.lanesBusy()).isFalse();
    }

    @Test
    void longFramesBeginWhenALaneIsFree() {
        beginTwo(101_000_000);
        clock += 100_000_000;
        assertThat(analysis.lanesBusy()).isTrue();
        done(0);
        assertThat(analysis.lanesBusy()).isFalse();
    }

    /// The next would be cropped by a pose that is another frame older.
    @Test
    void whoMovesFastIsNotCroppedEarly() {
        begin();
        analysis.took(40_000_000);
        box = new BoundingBox(115, 100, 150, 200);
        begin();
        clock += 39_000_000;
        assertThat(analysis.lanesBusy()).isTrue();
        done(0);
        oldestIsTaken();
        begin();
        clock += 39_000_000;
        assertThat(analysis.lanesBusy()).as("and stands still again").isFalse();
    }

    @Test
    void ofSeveralPeopleNoneBeginsEarly() {
        people = 2;
        beginTwo(40_000_000);
        clock += 39_000_000;
        assertThat(analysis.lanesBusy()).isTrue();
    }

    @Test
    void whatAnotherWayTookForetellsNothing() {
        beginTwo(40_000_000);
        done(0);
        done(1);
        oldestIsTaken();
        oldestIsTaken();
        settings = EngineSettings.once(Decoder.QUARTER, true);
        begin();
        begin();
        clock += 39_000_000;
        assertThat(analysis.lanesBusy()).isTrue();
    }

    @Test
    void itWaitsNoLongerThanUntilALaneIsAboutToBeFree() {
        beginTwo(80_000_000);
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

    private static boolean sleeping(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(each ->
                        each.getName().equals(thread) && each.getState() == Thread.State.WAITING);
    }

    /// As many as may be held: one late, one about to end, two done behind them.
    @Test
    void behindOneThatIsLateItWaitsWithoutAskingTheTime() throws Exception {
        beginTwo(40_000_000);
        done(1);
        begin();
        clock += 36_000_000;
        begin();
        done(2);
        clock += 200_000_000;
        CompletableFuture<Void> waited =
                Workers.once(
                        "waiting",
                        () -> {
                            analysis.awaitLane();
                            return null;
                        });
        while (!sleeping("waiting")) Thread.onSpinWait();
        int asked = looks.get();
        for (int i = 0; i < 100; i++) Thread.yield();
        assertThat(looks.get()).isEqualTo(asked);
        assertThat(waited).isNotDone();
        done(0);
        waited.get(30, TimeUnit.SECONDS);
        assertThat(analysis.ready()).isTrue();
    }

    @Test
    void whatEndsWhileItIsLookedAtIsNotWaitedForForEver() {
        // As the second begins, whether it is ready, whether the lanes are busy.
        next = endingAtLook(3);
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
