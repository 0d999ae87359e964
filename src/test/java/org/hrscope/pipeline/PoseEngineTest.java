package org.hrscope.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.hrscope.capture.CameraMode;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the engine does when sources come, fail, end and go, and a person stops, steps and changes settings.
@Timeout(60)
class PoseEngineTest {
    private static final SourceSpec FIRST = new SourceSpec.Camera(0, CameraMode.USUAL);
    private static final SourceSpec LARGER =
            new SourceSpec.Camera(0, new CameraMode(1920, 1080, 0));
    private static final SourceSpec LARGEST =
            new SourceSpec.Camera(0, new CameraMode(3840, 2160, 0));
    private static final SourceSpec SECOND = new SourceSpec.Video(Path.of("second"));
    private static final SourceSpec TWIN = new SourceSpec.Video(Path.of("twin"));
    private static final SourceSpec MISSING = new SourceSpec.Video(Path.of("missing"));

    /// The capture thread of one.
    private static final String CAMERA = "capture Camera";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final ScriptedSource camera = new ScriptedSource("camera", 0, true);
    private final ScriptedSource larger = new ScriptedSource("larger", 0, true);
    private final ScriptedSource largest = new ScriptedSource("largest", 0, true);
    private final ScriptedSource video = new ScriptedSource("video", 5, false);

    /// Describes itself as the camera does.
    private final ScriptedSource twin = new ScriptedSource("camera", 0, true);

    private PoseEngine engine;

    @BeforeEach
    void start() throws Problem {
        engine = new PoseEngine(this::open, EngineSettings.standard(), new Listener());
        engine.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    private org.hrscope.capture.FrameSource open(SourceSpec spec) throws Problem {
        if (spec.equals(FIRST)) {
            if (camera.unplugged) throw new Problem("camera.none", "camera");
            tried.incrementAndGet();
            if (heldCamera != null) heldCamera.run();
            if (opens > camera.closed.get()) throw new Problem("camera.busy", "camera");
            opens++;
            return camera;
        }
        if (spec.equals(SECOND)) {
            if (heldVideo != null) heldVideo.run();
            return video;
        }
        if (spec.equals(TWIN)) return twin;
        if (spec.equals(LARGER)) {
            if (camera.closed.get() == 0) throw new Problem("camera.busy", "camera");
            holding = true;
            if (held != null) held.run();
            return larger;
        }
        if (spec.equals(LARGEST)) {
            boolean free = opens == camera.closed.get() && (!holding || larger.closed.get() > 0);
            if (!free) throw new Problem("camera.busy", "camera");
            return largest;
        }
        if (spec instanceof SourceSpec.Camera) throw new ExceptionInInitializerError("natives");
        throw new Problem("file.missing", "missing");
    }

    /// Of the first source.
    private volatile int opens;

    /// What the larger mode's opening waits for.
    private volatile @Nullable Runnable held;

    private volatile @Nullable Runnable heldVideo;

    /// What the first source's opening waits for.
    private volatile @Nullable Runnable heldCamera;

    /// How often it was tried.
    private final AtomicInteger tried = new AtomicInteger();

    private volatile boolean holding;

    /// Whether the first source's opening takes its time to be told.
    private volatile boolean slowly;

    private volatile boolean entered;

    private final class Listener implements EngineListener {
        @Override
        public void opened(SourceSpec spec, SourceInfo info) {
            if (slowly && spec.equals(FIRST)) {
                entered = true;
                long end = System.nanoTime() + 300_000_000;
                until(() -> told.contains("opened video") || System.nanoTime() > end);
            }
            told.add("opened " + info.name());
        }

        @Override
        public void problem(Problem problem) {
            told.add("problem " + problem.key());
            reasons.add(String.valueOf(problem.arguments()));
        }

        @Override
        public void lost(SourceSpec spec, Problem cause) {
            told.add("lost " + cause.key());
        }

        @Override
        public void recovered(SourceSpec spec, SourceInfo info) {
            told.add("recovered " + info.name());
        }

        @Override
        public void ended() {
            told.add("ended");
        }
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// As a driver does, whether or not it is interrupted.
    private static Runnable waitsFor(CountDownLatch latch) {
        return () -> {
            boolean interrupted = false;
            while (latch.getCount() > 0) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) Thread.currentThread().interrupt();
        };
    }

    private static boolean within(StackTraceElement[] stack, Class<?> type, String method) {
        return Arrays.stream(stack)
                .anyMatch(at ->
                        at.getClassName().equals(type.getName())
                                && at.getMethodName().equals(method));
    }

    /// Those that are alive.
    private static Set<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals(name))
                .collect(Collectors.toSet());
    }

    private static boolean waitsForASeek(Thread capture) {
        return within(capture.getStackTrace(), Transport.class, "awaitSeek")
                && capture.getState() == Thread.State.WAITING;
    }

    private static boolean waitsForItsDevice(Thread camera) {
        return within(camera.getStackTrace(), Devices.class, "had");
    }

    /// Until a camera that is to open has asked for its device, and waits for it to be let go.
    private static void untilACameraWaits() {
        until(() -> threads(CAMERA).stream().anyMatch(PoseEngineTest::hasAskedForItsDevice));
    }

    private static boolean hasAskedForItsDevice(Thread camera) {
        StackTraceElement[] stack = camera.getStackTrace();
        return within(stack, Devices.class, "had") && within(stack, Semaphore.class, "tryAcquire");
    }

    /// Until one that was lost has looked whether it is back, to no avail.
    private static void untilItHasLooked(Thread camera) {
        until(() -> waitsForItsDevice(camera));
        until(() -> !waitsForItsDevice(camera));
    }

    /// Until whatever was asked of the inference is done.
    private static void untilNothingIsInWork() {
        until(() ->
                threads("inference").stream()
                        .allMatch(each ->
                                within(each.getStackTrace(), LatestSlot.class, "take")
                                        && each.getState() == Thread.State.WAITING));
    }

    private PipelineResult result() {
        PipelineResult[] found = {null};
        until(() -> (found[0] = engine.results().poll()) != null);
        return found[0];
    }

    /// Waits for a result of this frame; of any, where the index is negative.
    private void shows(String name, long index) {
        until(() -> {
            try (PipelineResult result = result()) {
                return result.frame().origin().name().equals(name)
                        && (index < 0 || result.frame().origin().index() == index);
            }
        });
    }

    @Test
    void whatPlayedGoesOnWhenTheNextSourceDoesNotOpen() {
        engine.play(FIRST);
        until(() -> told.contains("opened camera"));
        engine.play(MISSING);
        until(() -> told.contains("problem file.missing"));
        engine.results().clear();
        try (PipelineResult result = result()) {
            assertThat(result.frame().origin().name()).isEqualTo("camera");
        }
        assertThat(camera.closed).hasValue(0);
    }

    /// Or the window would take the first for what plays.
    @Test
    void whatIsToldOfOneSourceComesBeforeTheNext() {
        slowly = true;
        engine.play(FIRST);
        until(() -> entered);
        engine.play(SECOND);
        until(() -> told.containsAll(List.of("opened camera", "opened video")));
        assertThat(told.indexOf("opened camera")).isLessThan(told.indexOf("opened video"));
    }

    @Test
    void aFirstSourceThatDoesNotOpenIsToldWithItsCause() {
        engine.play(MISSING);
        until(() -> told.contains("problem file.missing"));
        assertThat(engine.transport()).isEmpty();
    }

    /// As where the program starts with the demo figure and is given a file that does not open.
    @Test
    void whatWasAskedForFirstPlaysWhereWhatSupersededItDoesNotOpen() {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch between = new CountDownLatch(1);
        heldVideo = waitsFor(open);
        // One that had failed before it was superseded would be told too.
        heldCamera = waitsFor(between);
        engine.play(SECOND);
        engine.play(FIRST);
        engine.play(MISSING);
        until(() -> told.contains("problem file.missing"));
        open.countDown();
        shows("video", 0);
        between.countDown();
        assertThat(told).containsExactly("problem file.missing", "opened video");
    }

    @Test
    void norDoesOneThatFailedMeanwhileCostWhatIsStillOpening() {
        CountDownLatch video = new CountDownLatch(1);
        CountDownLatch camera = new CountDownLatch(1);
        heldVideo =
                () -> {
                    waitsFor(video).run();
                    throw new IllegalStateException("no video");
                };
        heldCamera = waitsFor(camera);
        engine.play(SECOND);
        engine.play(FIRST);
        until(() -> threads("capture Video").size() == 1 && tried.get() == 1);
        video.countDown();
        until(() -> threads("capture Video").isEmpty());
        engine.play(MISSING);
        until(() -> told.contains("problem file.missing"));
        camera.countDown();
        shows("camera", -1);
        assertThat(told).containsExactly("problem file.missing", "opened camera");
    }

    /// As where a slow stream is named at the start: the stage is not empty for so long.
    @Test
    void whatWasAskedForFirstPlaysUntilWhatSupersededItIsOpen() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        heldCamera = waitsFor(first);
        heldVideo = waitsFor(second);
        engine.play(FIRST);
        engine.play(SECOND);
        first.countDown();
        shows("camera", -1);
        assertThat(engine.opening()).contains(SECOND);
        second.countDown();
        shows("video", -1);
        until(() -> camera.closed.get() == 1);
        assertThat(engine.opening()).isEmpty();
        assertThat(told).containsExactly("opened camera", "opened video");
    }

    @Test
    void norDoesItPlayAnyMoreOnceThatIsOpen() {
        CountDownLatch first = new CountDownLatch(1);
        heldCamera = waitsFor(first);
        engine.play(FIRST);
        until(() -> tried.get() == 1);
        engine.play(SECOND);
        shows("video", -1);
        first.countDown();
        until(() -> camera.closed.get() == 1);
        assertThat(told).containsExactly("opened video");
    }

    /// The first one is still being opened when the other mode is asked for.
    private void openedInAnotherMode(SourceSpec other) {
        CountDownLatch first = new CountDownLatch(1);
        heldCamera = waitsFor(first);
        engine.play(FIRST);
        until(() -> tried.get() == 1);
        engine.play(other);
        untilACameraWaits();
        first.countDown();
    }

    @Test
    void aFirstCameraThatIsStillBeingOpenedIsFreedBeforeItOpensInAnotherMode() {
        openedInAnotherMode(LARGER);
        shows("larger", -1);
        assertThat(camera.closed).hasValue(1);
        assertThat(told).containsExactly("opened larger");
    }

    @Test
    void andItPlaysWhereTheOtherModeDoesNotOpen() {
        openedInAnotherMode(new SourceSpec.Camera(0, new CameraMode(7, 7, 0)));
        shows("camera", -1);
        assertThat(told).containsExactly("problem unforeseen", "opened camera");
    }

    @Test
    void theNextSourceClosesTheOneBefore() {
        engine.play(FIRST);
        until(() -> told.contains("opened camera"));
        engine.play(SECOND);
        shows("video", -1);
        until(() -> camera.closed.get() == 1);
    }

    /// Else the timeline would tell the former frame's number for a moment. The first frame of a video may take a while.
    @Test
    void onceAnotherSourcePlaysNoFrameOfTheFormerOneIsShown() {
        noFrameOfTheCameraIsShownDuring(SECOND, video);
        shows("video", -1);
    }

    /// As two scenes of the demo figure do, or two files of one name.
    @Test
    void norIfTheOtherSourceDescribesItselfAlike() {
        assertThat(twin.info()).isEqualTo(camera.info());
        noFrameOfTheCameraIsShownDuring(TWIN, twin);
        shows("camera", -1);
    }

    private void noFrameOfTheCameraIsShownDuring(SourceSpec next, ScriptedSource source) {
        engine.play(FIRST);
        shows("camera", -1);
        source.held = true;
        engine.play(next);
        until(() -> told.size() > 1);
        for (Decoder each : Decoder.values()) {
            // What stands still is estimated again with other settings.
            engine.settings(with(false, each));
            untilNothingIsInWork();
            assertThat(engine.results().poll()).isNull();
        }
        source.held = false;
    }

    @Test
    void aCameraIsFreedBeforeItOpensInAnotherMode() {
        engine.play(FIRST);
        until(() -> told.contains("opened camera"));
        engine.play(LARGER);
        until(() -> told.contains("opened larger"));
        assertThat(camera.closed).hasValue(1);
        assertThat(told).containsExactly("opened camera", "opened larger");
    }

    /// The camera plays and is to play in another mode, which opens for as long as this is held.
    private CountDownLatch whileAnotherModeOpens() {
        CountDownLatch open = new CountDownLatch(1);
        held = waitsFor(open);
        engine.play(FIRST);
        until(() -> told.contains("opened camera"));
        engine.play(LARGER);
        until(() -> holding);
        return open;
    }

    @Test
    void aCameraThatIsStillBeingOpenedIsFreedBeforeItOpensInAThirdMode() {
        CountDownLatch open = whileAnotherModeOpens();
        engine.play(LARGEST);
        untilACameraWaits();
        open.countDown();
        until(() -> told.size() > 1);
        assertThat(told).containsExactly("opened camera", "opened largest");
    }

    @Test
    void aCameraThatIsChosenAgainPlaysOnEvenIfItWouldNotOpenAgain() {
        CountDownLatch open = new CountDownLatch(1);
        heldVideo = waitsFor(open);
        engine.play(FIRST);
        until(() -> told.contains("opened camera"));
        engine.play(SECOND);
        engine.play(FIRST);
        assertThat(told).containsExactly("opened camera", "opened camera");
        open.countDown();
        // Given up, where it was begun at all.
        engine.results().clear();
        shows("camera", -1);
        assertThat(told).containsExactly("opened camera", "opened camera");
        assertThat(opens).isEqualTo(1);
        assertThat(camera.closed).hasValue(0);
    }

    @Test
    void aCameraThatPlaysAgainAsBeforeWaitsForTheOtherModeToBeGivenUp() {
        CountDownLatch open = whileAnotherModeOpens();
        engine.play(FIRST);
        untilACameraWaits();
        assertThat(opens).isEqualTo(1);
        open.countDown();
        until(() -> told.size() > 1);
        engine.results().clear();
        result().close();
        assertThat(told).containsExactly("opened camera", "opened camera");
        assertThat(larger.closed).hasValue(1);
    }

    /// It was stopped for the other mode: nothing else would bring it back.
    @Test
    void aCameraThatDoesNotOpenAgainAsBeforeIsLookedForLikeALostOne() {
        CountDownLatch open = whileAnotherModeOpens();
        camera.unplugged = true;
        engine.play(FIRST);
        open.countDown();
        until(() -> told.contains("lost camera.none"));
        camera.unplugged = false;
        until(() -> told.contains("recovered camera"));
        engine.results().clear();
        result().close();
        assertThat(told).containsExactly("opened camera", "lost camera.none", "recovered camera");
    }

    /// It is plugged in again while the driver still opens another mode, which a third one waits for.
    @Test
    void aLostCameraIsNotLookedForWhileAnotherModeOpens() {
        CountDownLatch open = new CountDownLatch(1);
        held = waitsFor(open);
        engine.play(FIRST);
        result().close();
        camera.unplugged = true;
        until(() -> told.contains("lost camera.lost"));
        Thread lost = threads(CAMERA).iterator().next();
        engine.play(LARGER);
        until(() -> holding);
        camera.unplugged = false;
        int before = tried.get();
        untilItHasLooked(lost);
        engine.play(LARGEST);
        untilACameraWaits();
        untilItHasLooked(lost);
        assertThat(tried.get()).isEqualTo(before);
        open.countDown();
        until(() -> told.size() > 2);
        assertThat(told).containsExactly("opened camera", "lost camera.lost", "opened largest");
    }

    /// It is just being opened when the other mode is chosen.
    @Test
    void aLostCameraThatIsComingBackIsFreedBeforeItOpensInAnotherMode() {
        CountDownLatch back = new CountDownLatch(1);
        engine.play(FIRST);
        result().close();
        camera.unplugged = true;
        until(() -> told.contains("lost camera.lost"));
        heldCamera = waitsFor(back);
        int before = tried.get();
        camera.unplugged = false;
        until(() -> tried.get() > before);
        engine.play(LARGER);
        untilACameraWaits();
        assertThat(holding).isFalse();
        back.countDown();
        until(() -> told.contains("opened larger"));
        assertThat(camera.closed).hasValue(2);
    }

    @Test
    void aCameraThatIsNotLetGoIsNotOpenedTwiceButWaitedFor() throws Problem {
        CountDownLatch open = new CountDownLatch(1);
        held = waitsFor(open);
        try (PoseEngine hasty =
                new PoseEngine(
                        this::open,
                        () -> new Nobody(new AtomicInteger(), new AtomicInteger()),
                        EngineSettings.standard(),
                        new Listener(),
                        Duration.ofMillis(300))) {
            hasty.play(FIRST);
            until(() -> told.contains("opened camera"));
            hasty.play(LARGER);
            until(() -> holding);
            hasty.play(LARGEST);
            until(() -> told.contains("problem camera.held"));
            // As the list of sources names it.
            assertThat(reasons).noneMatch(reason -> reason.contains("camera:"));
            until(() -> told.contains("lost camera.held"));
            assertThat(opens).isEqualTo(1);
            open.countDown();
            until(() -> told.contains("recovered camera"));
        }
        assertThat(told).hasSize(4);
    }

    @Test
    void aCameraThatDoesNotOpenInAnotherModePlaysOnAsBefore() {
        engine.play(FIRST);
        until(() -> told.contains("opened camera"));
        engine.play(new SourceSpec.Camera(0, new CameraMode(7, 7, 0)));
        until(() -> told.equals(List.of("opened camera", "problem unforeseen", "opened camera")));
    }

    @Test
    void anUnpluggedCameraIsPickedUpAgain() {
        engine.play(FIRST);
        result().close();
        camera.unplugged = true;
        until(() -> told.contains("lost camera.lost"));
        camera.unplugged = false;
        until(() -> told.contains("recovered camera"));
        engine.results().clear();
        result().close();
    }

    @Test
    void aVideoThatBreaksOffIsToldAndItsLastFrameStays() {
        engine.settings(with(false, Decoder.QUARTER));
        video.broken = true;
        engine.play(SECOND);
        until(() -> told.contains("problem video.truncated") && told.contains("ended"));
    }

    @Test
    void aPictureThatStandsStillIsReadAnewWhenASettingChanges() {
        engine.settings(with(false, Decoder.QUARTER));
        engine.play(SECOND);
        shows("video", 4);
        engine.settings(with(false, Decoder.ARGMAX));
        try (PipelineResult result = result()) {
            assertThat(result.frame().origin().index()).isEqualTo(4);
        }
    }

    @Test
    void stepsAndSeeksWhilePaused() {
        engine.settings(with(false, Decoder.QUARTER));
        engine.play(SECOND);
        until(() -> told.contains("ended"));
        Transport transport = engine.transport().orElseThrow();
        transport.step(-2);
        shows("video", 2);
        transport.step(1);
        shows("video", 3);
        transport.seek(0);
        shows("video", 0);
        assertThat(transport.paused()).isTrue();
    }

    /// Else whoever crosses their arms before a camera could pause it, and nothing more.
    @Test
    void aPausedCameraIsWatchedWhileItsPictureStays() {
        engine.settings(with(false, Decoder.QUARTER));
        engine.play(FIRST);
        long held = indexOf(result());
        Transport transport = engine.transport().orElseThrow();
        transport.pause();
        transport.watched(true);
        // By then whatever was to be shown is.
        long seen = glance();
        PipelineResult last = engine.results().poll();
        if (last != null) held = indexOf(last);
        assertThat(seen).isGreaterThan(held);
        assertThat(glance()).isGreaterThan(seen);
        assertThat(engine.results().poll()).isNull();
        // What is held is estimated again, whatever was seen meanwhile.
        engine.settings(with(false, Decoder.ARGMAX));
        shows("camera", held);
        transport.play();
        until(() -> indexOf(result()) > seen);
    }

    private long glance() {
        PipelineResult[] found = {null};
        until(() -> (found[0] = engine.glances().poll()) != null);
        return indexOf(found[0]);
    }

    private static long indexOf(PipelineResult result) {
        try (result) {
            return result.frame().origin().index();
        }
    }

    @Test
    void aLoopPlaysAgain() {
        engine.play(SECOND);
        long[] last = {-1};
        until(() -> {
            try (PipelineResult result = result()) {
                long before = last[0];
                last[0] = result.frame().origin().index();
                return last[0] < before;
            }
        });
        assertThat(told).doesNotContain("ended");
    }

    @Test
    void aDrawnBoxIsWhatIsLookedAt() {
        BoundingBox box = new BoundingBox(3, 4, 20, 30);
        engine.settings(new EngineSettings(Decoder.QUARTER, false, PersonMode.DRAWN, box, 1, true));
        engine.play(SECOND);
        try (PipelineResult result = result()) {
            assertThat(result.person().orElseThrow().estimate().pose().box()).isEqualTo(box);
        }
    }

    @Test
    void closingClosesTheSource() {
        engine.play(FIRST);
        result().close();
        engine.close();
        assertThat(camera.closed).hasValue(1);
    }

    @Test
    void nothingIsOpenedOnceTheEngineIsClosed() {
        engine.close();
        engine.play(FIRST);
        assertThat(threads(CAMERA)).isEmpty();
        assertThat(told).isEmpty();
        assertThat(camera.asked).hasValue(0);
    }

    @Test
    void whateverASourceThrowsIsToldAndPlayTriesAgain() {
        engine.settings(with(true, Decoder.QUARTER));
        video.throwsErrors = true;
        engine.play(SECOND);
        until(() -> told.contains("problem unforeseen") && told.contains("ended"));
        video.throwsErrors = false;
        engine.transport().orElseThrow().play();
        shows("video", 0);
    }

    @Test
    void whateverACameraThrowsItIsPickedUpAgain() {
        engine.play(FIRST);
        result().close();
        camera.throwsErrors = true;
        until(() -> told.contains("lost unforeseen"));
        camera.throwsErrors = false;
        until(() -> told.contains("recovered camera"));
        engine.results().clear();
        result().close();
    }

    @Test
    void aSourceWhoseOpeningThrowsIsTold() {
        engine.play(new SourceSpec.Camera(9, CameraMode.USUAL));
        until(() -> told.contains("problem unforeseen"));
        engine.play(SECOND);
        shows("video", 0);
    }

    @Test
    void aFrameThatNothingCanBeDoneWithCostsThatFrameOnly() {
        camera.givesClosedFrames = true;
        engine.play(FIRST);
        until(() -> told.contains("problem unforeseen"));
        camera.givesClosedFrames = false;
        shows("camera", -1);
        assertThat(told).containsOnlyOnce("problem unforeseen");
    }

    @Test
    void aLoopOverNothingReadableEndsInsteadOfSpinning() {
        engine.settings(with(true, Decoder.QUARTER));
        video.broken = true;
        engine.play(SECOND);
        until(() -> threads("capture Video").stream().anyMatch(PoseEngineTest::waitsForASeek));
        assertThat(told).contains("ended");
        assertThat(video.asked.get()).isEqualTo(1);
        assertThat(told).containsOnlyOnce("problem video.truncated");
    }

    @Test
    void aLoopOverACutOffVideoSaysSoOnce() {
        engine.settings(with(true, Decoder.QUARTER));
        video.breaksAt = 3;
        engine.play(SECOND);
        until(() -> video.asked.get() > 20);
        assertThat(told).containsOnlyOnce("problem video.truncated");
        assertThat(told).doesNotContain("ended");
    }

    @Test
    void playAfterACutOffVideoStartsItAgain() {
        engine.settings(with(false, Decoder.QUARTER));
        video.breaksAt = 3;
        engine.play(SECOND);
        until(() -> told.contains("ended"));
        int asked = video.asked.get();
        engine.transport().orElseThrow().play();
        until(() -> video.asked.get() >= asked + 3);
    }

    /// Everyone is looked for, but the finder cannot be opened.
    private PoseEngine withoutFinder() {
        return new PoseEngine(
                this::open,
                () -> {
                    throw new Problem("file.missing", "finder.onnx");
                },
                new EngineSettings(Decoder.QUARTER, false, PersonMode.EVERYONE, null, 1, true),
                new Listener());
    }

    @Test
    void withoutAFinderOnePersonIsFollowedAndItIsToldOnce() throws Problem {
        try (PoseEngine without = withoutFinder()) {
            without.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
            without.play(FIRST);
            for (int i = 0; i < 3; i++) {
                PipelineResult[] found = {null};
                until(() -> (found[0] = without.results().poll()) != null);
                try (PipelineResult result = found[0]) {
                    assertThat(result.people().size()).isEqualTo(1);
                }
            }
        }
        assertThat(told).containsOnlyOnce("problem file.missing");
    }

    @Test
    void anotherFinderTakesOver() throws Problem {
        try (PoseEngine running = withoutFinder()) {
            running.use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
            running.play(FIRST);
            until(() -> told.contains("problem file.missing"));
            AtomicInteger looked = new AtomicInteger();
            AtomicInteger closed = new AtomicInteger();
            running.find(() -> new Nobody(looked, closed));
            until(() -> looked.get() > 0);
            running.find(() -> new Nobody(new AtomicInteger(), new AtomicInteger()));
            until(() -> closed.get() == 1);
        }
    }

    private record Nobody(AtomicInteger looked, AtomicInteger closed) implements PersonFinder {
        @Override
        public String name() {
            return "nobody";
        }

        @Override
        public List<FoundPerson> find(Frame frame) {
            looked.incrementAndGet();
            return List.of();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private static EngineSettings with(boolean loop, Decoder decoder) {
        return new EngineSettings(decoder, false, PersonMode.WHOLE_PICTURE, null, 1, loop);
    }
}
