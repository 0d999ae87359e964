package org.hrscope.ui.record;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.recording.LiveRecorder;
import org.hrscope.recording.Medium;
import org.hrscope.recording.RangeRecording;
import org.hrscope.threads.Fault;
import org.hrscope.threads.Job;
import org.hrscope.threads.Jobs;
import org.hrscope.ui.common.Notices;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.player.LiveViewModel;
import org.hrscope.ui.player.MarkedRange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records into the user's pictures folder: what plays, while it plays, or a range of the file, frame by frame. FX
/// thread; encoding happens on others.
public final class Recorder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HH-mm-ss_SSS");

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final Jobs jobs;
    private final Notices notices;
    private final Texts texts;
    private final LiveViewModel live;
    private final MarkedRange range;
    private final Executor fx;
    private final Places places;
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanProperty wholeStage = new SimpleBooleanProperty();
    private final ObjectProperty<Medium> medium = new SimpleObjectProperty<>(Medium.MP4);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private @Nullable LiveRecorder recorder;

    /// What it needs from outside.
    ///
    /// @param folder  where recordings go
    /// @param shots   takes what the stage shows
    /// @param opening opens a file once more, on a job's thread
    record Places(Path folder, StageShots shots, PoseEngine.SourceOpening opening) {}

    Recorder(Shell shell, LiveViewModel live, MarkedRange range, Executor fx, Places places) {
        jobs = shell.jobs();
        notices = shell.notices();
        texts = shell.texts();
        this.live = live;
        this.range = range;
        this.fx = fx;
        this.places = places;
    }

    BooleanProperty runningProperty() {
        return running;
    }

    /// Whether the stage itself is recorded, at the window's size; else the source's frames.
    BooleanProperty wholeStageProperty() {
        return wholeStage;
    }

    ObjectProperty<Medium> mediumProperty() {
        return medium;
    }

    MarkedRange range() {
        return range;
    }

    /// Time and size so far; empty while nothing is recorded.
    ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Whether the source has an end, so that a range of it can be marked.
    boolean rangeable() {
        SourceInfo info = live.infoProperty().get();
        return live.sourceProperty().get() instanceof SourceSpec.Video
                && info != null
                && info.seekable();
    }

    public void markFrom() {
        if (!rangeable()) return;
        range.fromProperty().set(live.positionProperty().get());
        notices.news(texts.of("record.marked.from", "" + range.first()));
    }

    public void markTo() {
        if (!rangeable()) return;
        range.toProperty().set(live.positionProperty().get());
        notices.news(texts.of("record.marked.to", "" + range.last(0)));
    }

    /// Begins to record what plays, or ends it. While playback is paused, the first frame is awaited, and that is said;
    /// an image never plays.
    public void toggle() {
        LiveRecorder now = recorder;
        if (now != null) {
            now.stop();
            return;
        }
        SourceInfo info = live.infoProperty().get();
        if (info != null && info.frames() == 1) {
            notices.news(texts.of("record.image"));
            return;
        }
        try {
            LiveRecorder begun = new LiveRecorder(file(), new Ending());
            // First: if its thread cannot start, there is no recorder to end.
            begun.start();
            recorder = begun;
            running.set(true);
        } catch (Throwable thrown) {
            Fault.logged(() -> LOG.error("recording does not begin", thrown));
            notices.problem(Fault.of(thrown));
        }
    }

    private Path file() {
        String name = "HRScope_" + LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        String ending = medium.get().name().toLowerCase(Locale.ROOT);
        return places.folder().resolve(name + "." + ending);
    }

    /// @param result the one just shown; remains owned by the caller
    void offer(PipelineResult result) {
        LiveRecorder now = recorder;
        if (now == null) return;
        StageShots shots = places.shots();
        now.offer(wholeStage.get() ? shots.ofWindow(result) : shots.ofSource(result));
    }

    /// A few times a second.
    void update() {
        LiveRecorder now = recorder;
        state.set(now == null ? "" : state(now.progress()));
    }

    private String state(LiveRecorder.Progress progress) {
        boolean nothing = progress.bytes() == 0 && progress.nanos() == 0;
        boolean waits = nothing && live.pausedProperty().get();
        return waits ? texts.get("record.paused") : text(progress);
    }

    static String text(LiveRecorder.Progress progress) {
        long seconds = progress.nanos() / 1_000_000_000;
        return Texts.format(
                "%d:%02d · %.1f MB", seconds / 60, seconds % 60, progress.bytes() / 1e6);
    }

    /// Records the marked range, or the whole file, in the background.
    public void recordRange() {
        ModelFile model = live.modelFileProperty().get();
        SourceInfo info = live.infoProperty().get();
        if (!rangeable() || model == null || info == null) return;
        if (!(live.sourceProperty().get() instanceof SourceSpec.Video(Path source))) return;
        long first = range.first();
        long last = range.last(info.frames());
        EngineSettings settings = live.settings();
        Callable<PersonFinder> finder = live.finder();
        RangeRecording recording =
                new RangeRecording(
                        source, first, last, file(), places.shots().ofFound(model.info()));
        jobs.run(
                new Job.Name(recording.file(), "record.job", info.name()),
                progress -> {
                    try (PoseEstimator estimator = new PoseEstimator(model.plain())) {
                        return recording.run(
                                new RangeRecording.Means(places.opening(), estimator, finder),
                                settings,
                                progress,
                                mute -> fx.execute(() -> notices.problem(mute)));
                    }
                },
                Jobs.Outcome.of(this::done, notices::problem));
    }

    private void done(Path file) {
        notices.news(texts.of("snapshot.done", file));
    }

    /// Completes what is being recorded.
    void close() {
        if (recorder != null) recorder.close();
    }

    private final class Ending implements LiveRecorder.Listener {
        @Override
        public void recovered(Problem found) {
            fx.execute(() -> notices.problem(found));
        }

        @Override
        public void done(Path file, @Nullable Problem early) {
            fx.execute(() -> {
                over();
                if (early == null) Recorder.this.done(file);
                else notices.problem(early);
            });
        }

        @Override
        public void failed(Problem problem) {
            fx.execute(() -> {
                over();
                notices.problem(problem);
            });
        }

        private void over() {
            recorder = null;
            running.set(false);
            update();
        }
    }
}
