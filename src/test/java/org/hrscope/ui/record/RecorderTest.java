package org.hrscope.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.hrscope.capture.ShadedSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.DemoSource;
import org.hrscope.domain.CountedFrames;
import org.hrscope.domain.Frame;
import org.hrscope.domain.ModelInfos;
import org.hrscope.domain.Skeleton;
import org.hrscope.domain.Skeletons;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FileSink;
import org.hrscope.export.FoundImage;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.People;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.recording.FilmFormat;
import org.hrscope.recording.LiveRecorder;
import org.hrscope.recording.Medium;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.FxToolkit;
import org.hrscope.ui.common.Controls;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.common.Theme;
import org.hrscope.ui.joints.JointsViewModel;
import org.hrscope.ui.player.HeardLive;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.MarkedRange;
import org.hrscope.ui.selection.Selection;
import org.hrscope.ui.stage.LayersViewModel;
import org.hrscope.ui.stage.StageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Recordings as a person starts and ends them. The test's thread plays the FX thread; jobs run when it says so.
@ExtendWith(FxToolkit.class)
class RecorderTest {
    private static final SourceInfo CLIP = new SourceInfo("clip.mp4", 100, 25, false);

    @TempDir Path folder;

    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final CountedFrames frames = new CountedFrames();
    private final HeardLive heard = HeardLive.open();
    private final MarkedRange range = new MarkedRange(heard.live().openingsProperty());
    private PoseEngine.SourceOpening opening = spec -> new DemoSource();
    private Shell shell;
    private Path recordings;
    private StageView stage;
    private Recorder recorder;

    @BeforeEach
    void open() {
        recordings = folder.resolve("Pictures");
        shell =
                FxToolkit.on(() ->
                        new Shell(new Texts(), new Theme(), new Jobs(waiting::add, Runnable::run)));
        Selection selection = new Selection();
        stage =
                FxToolkit.on(() ->
                        new StageView(
                                new LayersViewModel(),
                                new JointsViewModel(selection),
                                selection,
                                new JointNames(shell.texts())));
        Recorder.Places places =
                new Recorder.Places(recordings, new StageShots(stage), spec -> opening.open(spec));
        recorder = new Recorder(shell, heard.live(), range, fx::add, places);
    }

    @AfterEach
    void close() {
        recorder.close();
        heard.close();
        assertThat(frames.out()).as("frames not given back").isZero();
    }

    /// As where the system gives no further thread; with the button that a click has pressed already.
    @Test
    void whatDoesNotBeginIsToldAndTheButtonComesUpAgain() {
        Path nowhere =
                (Path)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Path.class},
                                (path, method, arguments) -> {
                                    throw new InternalError("no thread");
                                });
        Recorder.Places places =
                new Recorder.Places(nowhere, new StageShots(stage), spec -> opening.open(spec));
        FxToolkit.run(() -> {
            Recorder refused = new Recorder(shell, heard.live(), range, fx::add, places);
            RecordButton record =
                    new RecordButton(refused, new Controls(shell.texts()), shell.texts());
            ToggleButton button = (ToggleButton) record.getChildren().getFirst();
            button.fire();
            assertThat(button.isSelected()).isFalse();
            assertThat(refused.runningProperty().get()).isFalse();
        });
        assertThat(isProblem()).isTrue();
    }

    private String told() {
        return ((Label) shell.notices().getChildren().get(1)).getText();
    }

    private boolean isProblem() {
        return shell.notices().getStyleClass().contains("notice-problem");
    }

    private void show(int index) {
        Frame frame = frames.ofClip(index);
        var body = ModelInfos.of("test", 192, 256, Skeletons.byId("coco17").orElseThrow());
        try (PipelineResult result = new PipelineResult(frame, body, People.NOBODY, 0, 0, 0)) {
            recorder.offer(result);
        }
    }

    /// What the recorder tells is heard here.
    private void until(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            Runnable next = fx.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("the recorder tells something").isNotNull();
            next.run();
        }
    }

    private void untilBytes(int from) throws InterruptedException {
        recorder.update();
        for (int i = from; i < from + 2000; i++) {
            if (!recorder.stateProperty().get().startsWith("0:00")) return;
            show(i);
            recorder.update();
            Thread.sleep(5);
        }
    }

    private List<Path> files() throws Exception {
        if (!Files.exists(recordings)) return List.of();
        try (var all = Files.list(recordings)) {
            return all.toList();
        }
    }

    @Test
    void whatPlaysIsRecordedUntilItIsStopped() throws Exception {
        assertThat(recorder.stateProperty().get()).isEmpty();
        recorder.toggle();
        assertThat(recorder.runningProperty().get()).isTrue();
        recorder.update();
        assertThat(recorder.stateProperty().get()).startsWith("0:00");
        untilBytes(0);
        recorder.toggle();
        assertThat(recorder.runningProperty().get()).as("until the file is whole").isTrue();
        until(() -> !recorder.runningProperty().get());
        assertThat(files()).singleElement().asString().endsWith(".mp4").contains("HRScope_");
        assertThat(told()).contains(files().getFirst().toString());
        assertThat(isProblem()).isFalse();
        assertThat(recorder.stateProperty().get()).isEmpty();
        // Its end is no reason not to begin another.
        recorder.mediumProperty().set(Medium.GIF);
        recorder.toggle();
        assertThat(recorder.runningProperty().get()).isTrue();
        for (int i = 0; i < 20; i++) {
            show(i);
            Thread.sleep(5);
        }
        recorder.toggle();
        until(() -> !recorder.runningProperty().get());
        assertThat(files()).hasSize(2).anyMatch(each -> each.toString().endsWith(".gif"));
    }

    /// It would count zeros until somebody wonders.
    @Test
    void whilePausedItIsSaidThatTheFirstFrameIsAwaited() throws Exception {
        LiveViewModel live = heard.live();
        live.open(new SourceSpec.Demo());
        while (live.sourceProperty().get() == null) Thread.sleep(2);
        live.hold(true);
        recorder.toggle();
        recorder.update();
        assertThat(recorder.stateProperty().get()).startsWith("Paused");
        live.hold(false);
        recorder.update();
        assertThat(recorder.stateProperty().get()).startsWith("0:00");
        live.hold(true);
        recorder.update();
        for (int i = 0; recorder.stateProperty().get().startsWith("Paused"); i++) {
            show(i);
            Thread.sleep(5);
            recorder.update();
        }
        assertThat(recorder.stateProperty().get()).as("a step was seen").startsWith("0:0");
    }

    @Test
    void anImageIsNotRecordedAndThatIsSaid() {
        heard.engine().opened(new SourceSpec.Demo(), new SourceInfo("a.png", 1, 0, false));
        recorder.toggle();
        assertThat(recorder.runningProperty().get()).isFalse();
        assertThat(told()).contains("snapshot");
        assertThat(isProblem()).isFalse();
    }

    /// Nothing plays, or it is over before a frame came.
    @Test
    void withoutAFrameThereIsASentenceNoFileAndTheButtonIsUp() throws Exception {
        recorder.toggle();
        recorder.toggle();
        recorder.toggle();
        until(() -> !recorder.runningProperty().get());
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains("No frame arrived");
        assertThat(files()).isEmpty();
    }

    /// The pictures folder may be a file, or on a stick that was pulled out.
    @Test
    void whereNothingCanBeWrittenItIsSaidAndTheNextTryMaySucceed() throws Exception {
        Files.writeString(recordings, "in the way");
        recorder.toggle();
        show(0);
        until(() -> !recorder.runningProperty().get());
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains(recordings.toString());
        assertThat(recordings).hasContent("in the way");
        Files.delete(recordings);
        recorder.toggle();
        untilBytes(0);
        recorder.toggle();
        until(() -> !recorder.runningProperty().get());
        assertThat(files()).hasSize(1);
        assertThat(isProblem()).isFalse();
    }

    /// The window is closed in the midst of it.
    @Test
    void closingCompletesTheFile() throws Exception {
        recorder.toggle();
        untilBytes(0);
        recorder.close();
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
        until(() -> !recorder.runningProperty().get());
        show(99);
    }

    @Test
    void theSignCountsMinutesAndMegabytes() {
        assertThat(text(0, 0)).isEqualTo("0:00 · 0.0 MB");
        assertThat(text(59_999, 1_249_999)).isEqualTo("0:59 · 1.2 MB");
        assertThat(text(60_000, 1_250_001)).isEqualTo("1:00 · 1.3 MB");
        assertThat(text(3_605_000, 2_000_000_000)).isEqualTo("60:05 · 2000.0 MB");
    }

    private static String text(long millis, long bytes) {
        return Recorder.text(new LiveRecorder.Progress(millis * 1_000_000, bytes));
    }

    /// A camera has no end, and neither has a stream; in an image there is nothing to choose.
    @Test
    void onlyOfAVideoFileThereAreRanges() {
        SourceSpec video = new SourceSpec.Video(folder.resolve("clip.mp4"));
        heard.engine().opened(new SourceSpec.Demo(), CLIP);
        recorder.markFrom();
        recorder.markTo();
        assertThat(range.marked()).isFalse();
        heard.engine().opened(video, new SourceInfo("clip.mp4", 0, 25, false));
        assertThat(recorder.rangeable()).as("of unknown length").isFalse();
        recorder.markTo();
        recorder.recordRange();
        assertThat(range.marked()).isFalse();
        heard.engine().opened(video, CLIP);
        assertThat(recorder.rangeable()).isTrue();
        recorder.recordRange();
        assertThat(waiting).as("without a network").isEmpty();
    }

    @Test
    void marksAreSaidAndGoWithTheirSource() {
        heard.engine().opened(new SourceSpec.Video(folder.resolve("clip.mp4")), CLIP);
        recorder.markTo();
        assertThat(told()).isEqualTo(shell.texts().get("record.marked.to", "0"));
        assertThat(range.last(100)).isZero();
        assertThat(range.first()).isZero();
        range.toProperty().set(MarkedRange.UNSET);
        assertThat(range.last(100)).isEqualTo(99);
        recorder.markFrom();
        assertThat(told()).isEqualTo(shell.texts().get("record.marked.from", "0"));
        assertThat(range.marked()).isTrue();
        heard.engine().opened(new SourceSpec.Video(folder.resolve("other.mp4")), CLIP);
        assertThat(range.marked()).isFalse();
        recorder.markFrom();
        heard.engine().opened(new SourceSpec.Video(folder.resolve("other.mp4")), CLIP);
        assertThat(range.marked()).as("the same name, perhaps another film").isFalse();
    }

    private Path clip() throws Exception {
        // Its pixels come from elsewhere; its sound is looked for in the file.
        Path clip = folder.resolve("clip.mp4");
        FileSink film = new FileSink(clip, new FilmFormat(clip, null, 0, mute -> {}));
        film.begin(Skeleton.numbered(1));
        try (Frame frame = Objects.requireNonNull(new ShadedSource(1, 1).next())) {
            CocoImage image = new CocoImage(1, "clip", frame.width(), frame.height(), 0L, null);
            film.frame(new FoundImage(0, image, "clip", List.of(), frame));
        }
        film.end();
        heard.engine().opened(new SourceSpec.Video(clip), CLIP);
        heard.live().use(new PoseEstimator(new ModelOpener(ModelProfile.EMPTY).bundled()));
        return clip;
    }

    private void record(long first, long last) {
        range.fromProperty().set(first);
        range.toProperty().set(last);
        recorder.recordRange();
        while (!waiting.isEmpty()) waiting.remove().run();
        List<Runnable> told = new ArrayList<>();
        fx.drainTo(told);
        told.forEach(Runnable::run);
    }

    @Test
    void aRangeIsRecordedInTheBackgroundAndItsFailureIsSaid() throws Exception {
        clip();
        List<SourceSpec> opened = new ArrayList<>();
        opening =
                spec -> {
                    opened.add(spec);
                    return new ShadedSource(4, 99);
                };
        heard.live().peopleProperty().set(PersonMode.WHOLE_PICTURE);
        record(1, 2);
        assertThat(opened).containsExactly(heard.live().sourceProperty().get());
        assertThat(files()).singleElement().asString().endsWith(".mp4");
        assertThat(told()).contains(files().getFirst().toString());
        record(3, 2);
        assertThat(isProblem()).isTrue();
        assertThat(told()).contains("between 3 and 2");
        assertThat(files()).hasSize(1);
        opening =
                spec -> {
                    throw new NoClassDefFoundError("org/opencv/videoio/VideoCapture");
                };
        record(0, 2);
        assertThat(told()).contains("NoClassDefFoundError");
        assertThat(files()).as("nothing half-written stays").hasSize(1);
    }
}
