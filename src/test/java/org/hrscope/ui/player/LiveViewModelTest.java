package org.hrscope.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hrscope.capture.ForwardingSource;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.ShadedSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.KnownFrame;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a person asks of the player. The test's thread plays the FX thread.
@Timeout(120)
class LiveViewModelTest {
    private static final int FRAMES = 5;

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();
    private EngineListener engine;
    private FrameSource source = new ShadedSource(FRAMES, FRAMES);
    private final LiveViewModel live =
            new LiveViewModel(
                    EngineSettings.standard(),
                    fx::add,
                    new Told(),
                    listener -> {
                        engine = listener;
                        return new PoseEngine(this::opened, EngineSettings.standard(), listener);
                    });

    /// What opening waits for.
    private volatile CountDownLatch opens = new CountDownLatch(0);

    private FrameSource opened(SourceSpec spec) {
        try {
            opens.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return source;
    }

    private final class Told implements LiveViewModel.Events {
        @Override
        public void refused(Problem problem) {
            told.add(problem.key());
        }

        @Override
        public void lost(Problem cause) {
            told.add("lost " + cause.key());
        }

        @Override
        public void recovered(SourceInfo info) {
            told.add("recovered " + info.name());
        }
    }

    @AfterEach
    void close() {
        live.close();
    }

    private void events() {
        List<Runnable> all = new ArrayList<>();
        fx.drainTo(all);
        all.forEach(Runnable::run);
    }

    private void pulse() {
        events();
        live.pulse(result -> {
            try (result) {
                shown.add(result.frame().origin().index());
            }
        });
    }

    private void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            pulse();
            Thread.sleep(2);
        }
    }

    /// A clip of five frames, without a loop, up to its end.
    private void playToTheEnd() throws Exception {
        live.loopProperty().set(false);
        live.peopleProperty().set(PersonMode.WHOLE_PICTURE);
        live.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        live.open(new SourceSpec.Demo());
        until(() -> shown.contains(FRAMES - 1L) && live.pausedProperty().get());
    }

    @Test
    void atTheEndPlayBeginsAgainAndAStepBackDoesNot() throws Exception {
        playToTheEnd();
        shown.clear();
        live.step(-1);
        until(() -> shown.contains(FRAMES - 2L));
        assertThat(shown).doesNotContain(0L);
        assertThat(live.pausedProperty().get()).isTrue();
        live.step(1);
        until(() -> shown.contains(FRAMES - 1L));
        // Nothing was read past it, so that the source has not ended for the player.
        shown.clear();
        live.togglePlaying();
        assertThat(live.pausedProperty().get()).as("at once, not with the next pulse").isFalse();
        until(() -> shown.contains(FRAMES - 1L));
        assertThat(shown.getFirst()).isLessThan(FRAMES - 1);
    }

    @Test
    void theMiddleOfAClipIsPlayedOnFromThere() throws Exception {
        playToTheEnd();
        shown.clear();
        live.seek(2);
        until(() -> shown.contains(2L));
        assertThat(live.positionProperty().get()).isEqualTo(2);
        live.togglePlaying();
        until(() -> shown.contains(FRAMES - 1L));
        assertThat(shown).doesNotContain(0L, 1L);
    }

    @Test
    void theEndIsOneKeyAway() throws Exception {
        playToTheEnd();
        live.seek(1);
        until(() -> live.positionProperty().get() == 1);
        shown.clear();
        live.seekToEnd();
        until(() -> live.positionProperty().get() == FRAMES - 1);
        assertThat(shown).containsOnly(FRAMES - 1L);
    }

    /// A lesson pauses; by then a step has paused already, or another source plays.
    @Test
    void holdingHoldsWhateverTheLastPulseSaw() throws Exception {
        playToTheEnd();
        live.togglePlaying();
        pulse();
        assertThat(live.pausedProperty().get()).isFalse();
        live.step(-1);
        live.hold(true);
        pulse();
        assertThat(live.pausedProperty().get()).as("after a step").isTrue();
        source = new ShadedSource(FRAMES, 100_000);
        SourceInfo before = live.infoProperty().get();
        live.open(new SourceSpec.Demo());
        while (live.infoProperty().get() == before) {
            events();
            Thread.sleep(2);
        }
        live.hold(true);
        pulse();
        assertThat(live.pausedProperty().get()).as("another source").isTrue();
        live.hold(false);
        live.hold(false);
        pulse();
        assertThat(live.pausedProperty().get()).isFalse();
    }

    @Test
    void withoutASourceNothingCanBeHeldOrMoved() {
        live.togglePlaying();
        live.hold(true);
        live.step(1);
        live.seek(3);
        live.seekToEnd();
        pulse();
        assertThat(live.pausedProperty().get()).isFalse();
        assertThat(shown).isEmpty();
        assertThat(live.sourceProperty().get()).isNull();
    }

    /// As a stream may; until then what played before stays on stage.
    @Test
    void whatTakesLongToOpenIsNamedUntilItPlays() throws Exception {
        SourceSpec slow = new SourceSpec.Demo();
        opens = new CountDownLatch(1);
        live.open(slow);
        until(() -> slow.equals(live.openingProperty().get()));
        assertThat(live.sourceProperty().get()).isNull();
        opens.countDown();
        until(() -> live.openingProperty().get() == null);
        until(() -> slow.equals(live.sourceProperty().get()));
    }

    @Test
    void aPausedCameraIsSeenWhileItIsWatchedAndItsPictureStays() throws Exception {
        source =
                new ForwardingSource(new ShadedSource(FRAMES, 100_000)) {
                    @Override
                    public SourceInfo info() {
                        return new SourceInfo("camera", 0, 30, true);
                    }

                    /// At a pace of its own.
                    @Override
                    public @Nullable Frame next() throws Problem {
                        LockSupport.parkNanos(5_000_000);
                        return super.next();
                    }
                };
        live.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        live.open(new SourceSpec.Demo());
        until(() -> !shown.isEmpty());
        live.hold(true);
        live.watched(true);
        List<Long> seen = new ArrayList<>();
        until(() -> glances(seen) == 2);
        int before = shown.size();
        until(() -> glances(seen) == 6);
        assertThat(seen).isSorted().doesNotHaveDuplicates();
        assertThat(shown).hasSize(before);
        live.togglePlaying();
        until(() -> shown.size() > before);
        assertThat(shown.getLast()).isGreaterThan(seen.get(1));
    }

    private int glances(List<Long> seen) {
        live.glance(result -> {
            try (result) {
                seen.add(result.frame().origin().index());
            }
        });
        return seen.size();
    }

    @Test
    void whatALostCameraTellsReachesTheWindowInOrder() {
        SourceSpec camera = new SourceSpec.Demo();
        SourceInfo info = new SourceInfo("camera", 0, 30, true);
        SourceInfo slower = new SourceInfo("camera", 0, 15, true);
        engine.opened(camera, info);
        engine.lost(camera, new Problem("camera.lost", "camera"));
        assertThat(live.lostProperty().get()).as("not off the FX thread").isFalse();
        events();
        assertThat(live.lostProperty().get()).isTrue();
        assertThat(live.infoProperty().get()).isEqualTo(info);
        engine.problem(new Problem("video.truncated", "x"));
        engine.recovered(camera, slower);
        events();
        assertThat(live.lostProperty().get()).isFalse();
        assertThat(live.infoProperty().get()).isEqualTo(slower);
        assertThat(told).containsExactly("lost camera.lost", "video.truncated", "recovered camera");
        engine.lost(camera, new Problem("camera.lost", "camera"));
        engine.opened(camera, info);
        events();
        assertThat(live.lostProperty().get()).as("another source is not lost").isFalse();
    }

    /// A box belongs to the image it was drawn on.
    @Test
    void anotherSourceHasNoBoxNorTheFormerPeople() {
        live.peopleProperty().set(PersonMode.WHOLE_PICTURE);
        live.draw(new BoundingBox(1, 2, 3, 4));
        assertThat(live.settings().drawn()).isEqualTo(new BoundingBox(1, 2, 3, 4));
        live.show(new KnownFrame(7, List.of()));
        assertThat(live.settings().known()).isNotNull();
        live.draw(new BoundingBox(5, 6, 7, 8));
        assertThat(live.settings().known()).as("others are looked for").isNull();
        live.show(new KnownFrame(7, List.of()));
        engine.opened(new SourceSpec.Demo(), new SourceInfo("b", 9, 30, false));
        events();
        assertThat(live.settings().drawn()).isNull();
        assertThat(live.settings().people()).isEqualTo(PersonMode.WHOLE_PICTURE);
        assertThat(live.settings().known()).isNull();
        assertThat(live.positionProperty().get()).isZero();
    }

    /// What was counted or covered goes with the source, though it has the same name.
    @Test
    void theSameSourceOpenedAgainIsTold() {
        List<Number> told = new ArrayList<>();
        live.openingsProperty().subscribe((_, now) -> told.add(now));
        SourceInfo info = new SourceInfo("b", 9, 30, false);
        for (int i = 0; i < 2; i++) {
            engine.opened(new SourceSpec.Demo(), info);
            events();
        }
        assertThat(told).hasSize(2);
    }

    /// Whoever has chosen another way of finding people does not want the one before the box.
    @Test
    void aWayChosenSinceTheBoxStays() {
        live.peopleProperty().set(PersonMode.WHOLE_PICTURE);
        live.draw(new BoundingBox(1, 2, 3, 4));
        live.peopleProperty().set(PersonMode.EVERYONE);
        live.dropBox();
        assertThat(live.settings().people()).isEqualTo(PersonMode.EVERYONE);
        assertThat(live.drawnProperty().getValue()).isNull();
    }

    /// A shared view stands still; once the clip plays on, its people are those of one frame only.
    @Test
    void theKnownPeopleAreForgottenWhenTheClipPlaysOn() throws Exception {
        source = new ShadedSource(FRAMES, 100_000);
        live.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        live.open(new SourceSpec.Demo());
        until(() -> live.infoProperty().get() != null && !shown.isEmpty());
        live.show(new KnownFrame(90_000, List.of()));
        until(() -> shown.contains(90_000L));
        assertThat(live.pausedProperty().get()).isTrue();
        live.step(1);
        until(() -> shown.contains(90_001L));
        assertThat(live.settings().known()).as("one may step back to it").isNotNull();
        live.togglePlaying();
        until(() -> live.settings().known() == null);
    }

    /// The first network comes with the remembered decoder, the next ones with their own.
    @Test
    void theFirstNetworkKeepsTheRememberedDecoder() throws Exception {
        Decoder own = EngineSettings.standard().decoder();
        Decoder remembered =
                Arrays.stream(Decoder.values())
                        .filter(each -> each != own)
                        .findFirst()
                        .orElseThrow();
        live.decoderProperty().set(remembered);
        live.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        assertThat(live.decoderProperty().get()).isEqualTo(remembered);
        PoseEstimator second = new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled());
        live.use(second);
        assertThat(live.decoderProperty().get()).isEqualTo(second.info().decoder());
    }

    /// Tuning takes a while; the network it was made for may be gone by then.
    @Test
    void aPlanForAnotherNetworkIsNotUsedAndClosed() throws Exception {
        ModelOpener opener = new ModelOpener(ModelProfile.EMPTY);
        PoseEstimator first = new PoseEstimator(opener.bundled());
        live.use(first);
        PoseEstimator second = new PoseEstimator(opener.bundled());
        live.use(second);
        PlanInUse running = live.planProperty().get();
        PoseEstimator late = new PoseEstimator(opener.bundled());
        live.rerun(first.model().file(), new PlanInUse(late.plan(), true), late);
        assertThat(live.planProperty().get()).isSameAs(running);
        assertThat(live.modelFileProperty().get()).isSameAs(second.model().file());
        PlanInUse measured = new PlanInUse(second.plan(), true);
        live.rerun(second.model().file(), measured, null);
        assertThat(live.planProperty().get()).isSameAs(measured);
    }
}
