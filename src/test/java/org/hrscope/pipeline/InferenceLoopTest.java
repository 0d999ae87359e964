package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.CountedFrames;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.inference.PoseModel;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.Person;
import org.hrscope.people.PersonMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What becomes of a frame in work when another source plays, or when something fails.
@Timeout(60)
class InferenceLoopTest {
    private volatile EngineSettings settings =
            new EngineSettings(Decoder.QUARTER, false, PersonMode.WHOLE_PICTURE, null, 1, false);

    private final LatestSlot<Grabbed> frames = new LatestSlot<>();
    private final LatestSlot<PipelineResult> results = new LatestSlot<>();
    private final List<Problem> told = new CopyOnWriteArrayList<>();
    private final CountedFrames given = new CountedFrames();

    /// Done on the inference thread whenever it asks for the settings.
    private volatile Runnable asked = () -> {};

    private final InferenceLoop loop =
            new InferenceLoop(
                    frames,
                    results,
                    () -> {
                        asked.run();
                        return settings;
                    },
                    () -> {
                        throw new AssertionError("nobody is looked for");
                    },
                    told::add);

    @BeforeEach
    void start() throws Problem {
        loop.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        loop.start();
    }

    @AfterEach
    void everyFrameIsGivenBack() {
        assertThat(loop.close(Duration.ofSeconds(30))).isTrue();
        frames.clear();
        results.clear();
        assertThat(given.out()).as("frames not given back").isZero();
    }

    private void offer(long index, Object playing) {
        frames.offer(new Grabbed(given.ofClip(index), clip(), 0, playing));
    }

    private static SourceInfo clip() {
        return new SourceInfo("clip.mp4", 100, 25, false);
    }

    private long shown() throws InterruptedException {
        try (PipelineResult result = results.take()) {
            return result == null ? -1 : result.frame().origin().index();
        }
    }

    /// As when the same file is dropped once more, or one of the same name, or the demo figure's next scene is chosen.
    @Test
    void aSourceThatLooksTheSameIsAnotherOne() throws InterruptedException {
        SourceInfo before = clip();
        SourceInfo after = clip();
        CountDownLatch inWork = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        asked =
                () -> {
                    inWork.countDown();
                    try {
                        changed.await();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                };
        loop.of(before);
        offer(7, before);
        inWork.await();
        loop.of(after);
        changed.countDown();
        offer(0, after);
        assertThat(shown()).isZero();
        assertThat(results.dropped()).isZero();
        assertThat(told).isEmpty();
    }

    /// Each source's first person is number 1.
    @Test
    void nobodyIsSmoothedWithWhomTheFormerSourceShowed() throws InterruptedException {
        settings =
                new EngineSettings(
                        Decoder.QUARTER,
                        false,
                        PersonMode.TRACKED,
                        null,
                        1,
                        false,
                        new Smoothing(Smoothing.When.ALWAYS, OneEuro.STANDARD));
        loop.of(this);
        offerFigure(0, this);
        assertThat(smoothed()).isFalse();
        offerFigure(9, this);
        assertThat(smoothed()).isTrue();
        Object next = new Object();
        loop.of(next);
        offerFigure(12, next);
        assertThat(smoothed()).isFalse();
    }

    private void offerFigure(long index, Object playing) {
        try (DemoSource demo = new DemoSource()) {
            demo.seek(index);
            frames.offer(new Grabbed(given.of(demo.next()), clip(), 0, playing));
        }
    }

    private boolean smoothed() throws InterruptedException {
        try (PipelineResult result = results.take()) {
            Person person = Objects.requireNonNull(result).person().orElseThrow();
            return !person.pose().equals(person.estimate().pose());
        }
    }

    /// As on a paused frame: what a network sees there does not depend on which one was open before.
    @Test
    void anotherNetworkLooksAtAStillFrameAnew() throws Exception {
        settings = new EngineSettings(Decoder.QUARTER, false, PersonMode.TRACKED, null, 1, false);
        loop.of(this);
        offerFigure(0, this);
        Pose first = pose();
        loop.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        assertThat(pose()).isEqualTo(first);
    }

    private Pose pose() throws InterruptedException {
        try (PipelineResult result = results.take()) {
            return Objects.requireNonNull(result).person().orElseThrow().pose();
        }
    }

    /// As where the program ends while a network is opened.
    @Test
    void aNetworkThatComesAfterTheEndIsClosed() throws Problem {
        assertThat(loop.close(Duration.ofSeconds(30))).isTrue();
        PoseEstimator late = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        loop.use(late);
        assertThatThrownBy(() -> late.aside(PoseModel::info))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatTheLogCannotTakeCostsItsFrameOnly() throws InterruptedException {
        asked =
                () -> {
                    throw new Mute();
                };
        offer(0, this);
        while (told.isEmpty()) Thread.sleep(2);
        asked = () -> {};
        offer(1, this);
        assertThat(shown()).isEqualTo(1);
        assertThat(told).singleElement().extracting(Problem::arguments).isEqualTo(List.of("Mute"));
    }

    private static final class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            throw new StackOverflowError();
        }
    }
}
