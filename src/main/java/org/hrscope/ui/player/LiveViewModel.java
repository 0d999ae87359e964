package org.hrscope.ui.player;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.inference.ModelFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.EngineListener;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.KnownFrame;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.pipeline.Transport;
import org.jspecify.annotations.Nullable;

/// The live engine as the window sees it: bindable properties and user requests. FX thread; engine events are forwarded
/// to it.
public final class LiveViewModel implements AutoCloseable {

    /// One-off events, on the FX thread.
    public interface Events {
        /// The source does not open, breaks off or skips.
        void refused(Problem problem);

        void lost(Problem cause);

        void recovered(SourceInfo info);
    }

    private final Executor fx;
    private final Events events;
    private final PoseEngine engine;
    private final ReadOnlyObjectWrapper<@Nullable SourceSpec> source =
            new ReadOnlyObjectWrapper<>();
    private final SlowOpening opening = new SlowOpening();
    private final ReadOnlyLongWrapper openings = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<@Nullable SourceInfo> info = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ModelInfo> model = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ModelFile> modelFile =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PlanInUse> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper frameName = new ReadOnlyStringWrapper("");
    private final LiveSettings settings;
    private boolean watched;
    private Callable<PersonFinder> finder = () -> new FinderOpener().bundled();

    /// @param fx      runs engine events on the FX thread
    /// @param engines creates the engine with this listener
    public LiveViewModel(
            EngineSettings initial,
            Executor fx,
            Events events,
            Function<EngineListener, PoseEngine> engines) {
        this.fx = fx;
        this.events = events;
        settings = new LiveSettings(initial);
        engine = engines.apply(new Listener());
        settings.to(engine::settings);
    }

    /// As the engine has them now.
    public EngineSettings settings() {
        return settings.now();
    }

    /// Opens and plays; the current source keeps playing until then.
    public void open(SourceSpec spec) {
        engine.play(spec);
    }

    /// Switches to this network with its own decoder; the first one keeps the remembered decoder. The engine closes it.
    public void use(PoseEstimator estimator) {
        if (model.get() != null) settings.decoder.set(estimator.info().decoder());
        model.set(estimator.info());
        modelFile.set(estimator.model().file());
        plan.set(new PlanInUse(estimator.plan(), false));
        engine.use(estimator);
    }

    /// Runs the network in use by another plan; nothing else changes.
    ///
    /// @param of    the network that was in use when this began: another may be by now
    /// @param other that network, opened once more; closed if it is no longer wanted; null to go on with the one in use
    public void rerun(ModelFile of, PlanInUse by, @Nullable PoseEstimator other) {
        if (of == modelFile.get()) {
            plan.set(by);
            if (other != null) engine.use(other);
        } else if (other != null) {
            other.close();
        }
    }

    /// Finds people with this from now on.
    ///
    /// @param finder opens it on an engine thread
    public void find(Callable<PersonFinder> finder) {
        this.finder = finder;
        engine.find(finder);
    }

    /// Opens the one in use once more, on any thread.
    public Callable<PersonFinder> finder() {
        return finder;
    }

    /// Hands the newest result to `show`, if one arrived since the last pulse.
    public void pulse(Consumer<PipelineResult> show) {
        Optional<Transport> transport = engine.transport();
        transport.ifPresent(each -> each.watched(watched));
        paused.set(transport.map(Transport::paused).orElse(false));
        opening.pulse(engine.opening().orElse(null));
        PipelineResult result = engine.results().poll();
        if (result == null) return;
        settings.forget(result.frame().origin().index(), paused.get());
        position.set(result.frame().origin().index());
        frameName.set(result.frame().origin().name());
        show.accept(result);
    }

    /// Whether somebody has to be seen while a camera is paused.
    public void watched(boolean now) {
        watched = now;
    }

    /// Hands the newest result that is not shown to `watch`, if one arrived since the last pulse.
    public void glance(Consumer<PipelineResult> watch) {
        PipelineResult result = engine.glances().poll();
        if (result != null) watch.accept(result);
    }

    public void togglePlaying() {
        engine.transport()
                .ifPresent(transport -> {
                    if (transport.paused()) {
                        // First: else the end may be reached before the seek, which pauses again.
                        if (atEnd()) transport.seek(0);
                        transport.play();
                    } else {
                        transport.pause();
                    }
                    paused.set(transport.paused());
                });
    }

    private boolean atEnd() {
        SourceInfo playing = info.get();
        return playing != null && playing.seekable() && position.get() >= playing.frames() - 1;
    }

    /// Pauses or plays. What the last pulse saw may be another source's, or from before a step.
    public void hold(boolean hold) {
        if (engine.transport().filter(of -> of.paused() != hold).isPresent()) togglePlaying();
    }

    public void step(int frames) {
        engine.transport().ifPresent(transport -> transport.step(frames));
    }

    public void seek(long index) {
        engine.transport().ifPresent(transport -> transport.seek(index));
    }

    /// Does nothing for a source without an end.
    public void seekToEnd() {
        SourceInfo playing = info.get();
        if (playing != null && playing.seekable()) seek(playing.frames() - 1);
    }

    /// Pauses on this frame of the current source, with these people in it. Looking for others ends it.
    public void show(KnownFrame shared) {
        settings.know(shared);
        engine.transport().ifPresent(Transport::pause);
        SourceInfo playing = info.get();
        if (playing != null && playing.seekable()) seek(shared.frame());
    }

    /// Crops this box from now on, in image pixels.
    public void draw(BoundingBox box) {
        settings.draw(box);
    }

    /// Back to where people were looked for before.
    public void dropBox() {
        settings.dropBox();
    }

    /// The current source; null before the first is open.
    public ReadOnlyObjectProperty<@Nullable SourceSpec> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /// What has been opening for so long that the user should know; null for nothing.
    public ReadOnlyObjectProperty<@Nullable SourceSpec> openingProperty() {
        return opening.slowProperty();
    }

    /// How many sources were opened: it changes too where the same one is opened again.
    public ReadOnlyLongProperty openingsProperty() {
        return openings.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable SourceInfo> infoProperty() {
        return info.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ModelInfo> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /// The file of the network in use, to open it again; null before the first.
    public ReadOnlyObjectProperty<@Nullable ModelFile> modelFileProperty() {
        return modelFile.getReadOnlyProperty();
    }

    /// Null before the first network.
    public ReadOnlyObjectProperty<@Nullable PlanInUse> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /// Whether a live source is currently lost.
    public ReadOnlyBooleanProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /// The index of the frame shown.
    public ReadOnlyLongProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /// What the frame shown comes from: of a folder, the image's file name.
    public ReadOnlyStringProperty frameNameProperty() {
        return frameName.getReadOnlyProperty();
    }

    public ObjectProperty<Decoder> decoderProperty() {
        return settings.decoder;
    }

    public BooleanProperty flipProperty() {
        return settings.flip;
    }

    public ObjectProperty<PersonMode> peopleProperty() {
        return settings.people;
    }

    /// The box drawn by hand, in image pixels; null for none.
    public ReadOnlyObjectProperty<@Nullable BoundingBox> drawnProperty() {
        return settings.drawn;
    }

    public DoubleProperty speedProperty() {
        return settings.speed;
    }

    public BooleanProperty loopProperty() {
        return settings.loop;
    }

    /// Whether to smooth is asked anew for each source; the filter's parameters stay.
    public ObjectProperty<Smoothing> smoothingProperty() {
        return settings.smoothing;
    }

    /// @return whether every engine thread has ended
    public boolean end() {
        return engine.end();
    }

    @Override
    public void close() {
        end();
    }

    /// Forwards engine events to the FX thread.
    private final class Listener implements EngineListener {
        @Override
        public void opened(SourceSpec spec, SourceInfo opened) {
            fx.execute(() -> {
                settings.renew();
                source.set(spec);
                info.set(opened);
                lost.set(false);
                position.set(0);
                frameName.set("");
                openings.set(openings.get() + 1);
            });
        }

        @Override
        public void problem(Problem problem) {
            fx.execute(() -> events.refused(problem));
        }

        @Override
        public void lost(SourceSpec spec, Problem cause) {
            fx.execute(() -> {
                lost.set(true);
                events.lost(cause);
            });
        }

        @Override
        public void recovered(SourceSpec spec, SourceInfo back) {
            fx.execute(() -> {
                lost.set(false);
                info.set(back);
                events.recovered(back);
            });
        }
    }
}
