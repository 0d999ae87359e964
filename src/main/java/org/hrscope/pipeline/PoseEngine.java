package org.hrscope.pipeline;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live engine: a capture thread a source, an inference thread, and between them slots in which the newest frame
/// wins. It never waits for whoever looks at [#results()]. All methods may be called from any thread and return at once,
/// but for [#close()].
public final class PoseEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PoseEngine.class);

    /// Opens a source; called on the capture thread of that source.
    public interface SourceOpening {
        FrameSource open(SourceSpec spec) throws Problem;
    }

    private final SourceOpening opening;
    private final EngineListener listener;
    private final AtomicReference<EngineState> state =
            new AtomicReference<>(new EngineState.Idle());
    private volatile EngineSettings settings;
    private final AtomicReference<@Nullable SourcePlayer> player = new AtomicReference<>();
    private final AtomicReference<@Nullable SourcePlayer> opener = new AtomicReference<>();
    private final LatestSlot<Grabbed> frames = new LatestSlot<>();
    private final LatestSlot<PipelineResult> results = new LatestSlot<>();
    private final InferenceLoop inference;

    public PoseEngine(SourceOpening opening, EngineSettings initial, EngineListener listener) {
        this.opening = opening;
        this.listener = listener;
        settings = initial;
        inference = new InferenceLoop(frames, results, this::settings, listener::problem);
        inference.start();
    }

    /// The newest result, to be polled and closed by the one who shows it.
    public LatestSlot<PipelineResult> results() {
        return results;
    }

    public EngineState state() {
        return Objects.requireNonNull(state.get());
    }

    public EngineSettings settings() {
        return settings;
    }

    /// Takes effect from the next frame; a frame that stands still is estimated anew.
    public void settings(EngineSettings changed) {
        settings = changed;
        inference.refresh();
    }

    /// From the next frame on; the estimator is the engine's to close.
    public void use(PoseEstimator estimator) {
        inference.use(estimator);
    }

    /// Play, pause, step and seek of the source that plays; none before the first.
    public Optional<Transport> transport() {
        return Optional.ofNullable(player.get()).map(SourcePlayer::transport);
    }

    /// Opens a source and plays it; until it is open the one before goes on, and if it does not open, for good.
    public void play(SourceSpec spec) {
        EngineState before = state();
        if (before instanceof EngineState.Stopping) return;
        Steps steps = new Steps(spec);
        SourcePlayer next =
                new SourcePlayer(
                        spec.getClass().getSimpleName(),
                        () -> opening.open(spec),
                        this::settings,
                        steps::deliver,
                        steps);
        steps.player = next;
        SourcePlayer superseded = opener.getAndSet(next);
        if (superseded != null) superseded.close();
        if (player.get() == null) state.compareAndSet(before, new EngineState.Starting());
        next.start();
    }

    /// Stops all threads and closes the source and the model.
    @Override
    public void close() {
        state.set(new EngineState.Stopping());
        SourcePlayer opening = opener.getAndSet(null);
        SourcePlayer playing = player.getAndSet(null);
        try {
            for (SourcePlayer each : new SourcePlayer[] {opening, playing}) {
                if (each == null) continue;
                each.close();
                each.join();
            }
            inference.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        frames.clear();
        results.clear();
        state.set(new EngineState.Idle());
    }

    /// What one player tells the engine; heard only while that player is the one asked for last.
    private final class Steps implements SourcePlayer.Steps {
        private final SourceSpec spec;
        private @Nullable SourcePlayer player;

        Steps(SourceSpec spec) {
            this.spec = spec;
        }

        @Override
        public void opened(SourceInfo info) {
            if (!opener.compareAndSet(player, null)) return;
            SourcePlayer old = PoseEngine.this.player.getAndSet(player);
            if (old != null) old.close();
            frames.clear();
            state.set(new EngineState.Running());
            LOG.info("playing {}: {}", spec, info);
            listener.opened(spec, info);
        }

        @Override
        public void failed(Problem cause) {
            LOG.warn("cannot open {}", spec, cause);
            if (!opener.compareAndSet(player, null)) return;
            if (PoseEngine.this.player.get() == null) state.set(new EngineState.Failed(cause));
            listener.problem(cause);
        }

        @Override
        public void lost(Problem cause) {
            LOG.warn("lost {}", spec, cause);
            if (playing()) listener.lost(spec, cause);
        }

        @Override
        public void recovered(SourceInfo info) {
            LOG.info("recovered {}: {}", spec, info);
            if (playing()) listener.recovered(spec, info);
        }

        @Override
        public void broken(Problem cause) {
            LOG.warn("{} breaks off", spec, cause);
            if (playing()) listener.problem(cause);
        }

        @Override
        public void skipped(Problem cause) {
            LOG.warn("{} skips", spec, cause);
            if (playing()) listener.problem(cause);
        }

        @Override
        public void ended() {
            if (playing()) listener.ended();
        }

        void deliver(Grabbed grabbed) {
            if (playing()) {
                frames.offer(grabbed);
            } else {
                grabbed.close();
            }
        }

        private boolean playing() {
            return PoseEngine.this.player.get() == player;
        }
    }
}
