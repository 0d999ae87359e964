package org.hrscope.pipeline;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live engine: one capture thread per source, one inference thread, and latest-wins slots between them. It never
/// waits for the reader of [#results()]. All methods may be called from any thread and return at once, except [#end()].
public final class PoseEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PoseEngine.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// Opens a source; called on that source's capture thread.
    public interface SourceOpening {
        FrameSource open(SourceSpec spec) throws Problem;
    }

    private final SourceOpening opening;
    private final EngineListener listener;
    private final Devices devices;
    private volatile EngineSettings settings;

    /// Guards who plays, who opens, and whether the engine has ended: these change together.
    private final Object gate = new Object();

    private @Nullable SourcePlayer player;
    private @Nullable SourceSpec playing;
    private @Nullable SourceInfo shown;

    /// What plays was stopped for a source that is not open yet: no device opens twice.
    private boolean stopped;

    private @Nullable SourcePlayer opener;

    /// What was asked for first, while nothing plays: superseded before it was open.
    private @Nullable SourceSpec instead;

    private boolean closed;

    /// Every player whose thread may still hold this source.
    private final Map<SourcePlayer, SourceSpec> started = new LinkedHashMap<>();

    private final LatestSlot<Grabbed> frames = new LatestSlot<>();
    private final LatestSlot<PipelineResult> results = new LatestSlot<>();
    private final InferenceLoop inference;

    public PoseEngine(SourceOpening opening, EngineSettings initial, EngineListener listener) {
        this(opening, () -> new FinderOpener().bundled(), initial, listener);
    }

    /// @param finder opens it when everyone is first looked for, on a thread of its own
    public PoseEngine(
            SourceOpening opening,
            Callable<PersonFinder> finder,
            EngineSettings initial,
            EngineListener listener) {
        this(opening, finder, initial, listener, PATIENCE);
    }

    /// @param patience how long a camera may take to be let go
    PoseEngine(
            SourceOpening opening,
            Callable<PersonFinder> finder,
            EngineSettings initial,
            EngineListener listener,
            Duration patience) {
        this.opening = opening;
        this.listener = listener;
        devices = new Devices(patience);
        settings = initial;
        inference = new InferenceLoop(frames, results, this::settings, finder, listener::problem);
        inference.start();
    }

    /// The newest result; whoever polls it closes it.
    public LatestSlot<PipelineResult> results() {
        return results;
    }

    public EngineSettings settings() {
        return settings;
    }

    /// Takes effect from the next frame; a paused frame is estimated again.
    public void settings(EngineSettings changed) {
        settings = changed;
        inference.refresh();
    }

    /// From the next frame on; the engine closes the estimator.
    public void use(PoseEstimator estimator) {
        inference.use(estimator);
    }

    /// From the next frame on.
    ///
    /// @param finder opens it when everyone is next looked for, on a thread of its own
    public void find(Callable<PersonFinder> finder) {
        inference.find(finder);
    }

    /// Transport of the current source; null before the first.
    public Optional<Transport> transport() {
        synchronized (gate) {
            return Optional.ofNullable(player).map(SourcePlayer::transport);
        }
    }

    /// Opens a source and plays it. The current one keeps playing until the new one is open, and if it fails to open;
    /// where nothing plays yet, what was asked for first plays then. A camera that is to play in another mode stops
    /// first, because no device opens twice; in the same mode it plays on. Of several pending requests, the last wins,
    /// and waits for a superseded one that has the same device.
    public void play(SourceSpec spec) {
        Steps steps = new Steps(spec);
        SourcePlayer next =
                new SourcePlayer(
                        spec.getClass().getSimpleName(),
                        steps::open,
                        this::settings,
                        steps::deliver,
                        steps);
        steps.self = next;
        synchronized (gate) {
            if (closed) return;
            if (opener != null) {
                opener.close();
                if (player == null && instead == null) instead = started.get(opener);
            }
            opener = null;
            if (goesOn(spec)) return;
            opener = next;
            started.keySet().removeIf(each -> !each.isAlive());
            try {
                next.start();
                started.put(next, spec);
            } catch (Throwable noThread) {
                steps.failed(Fault.of(noThread));
            }
        }
    }

    /// A camera that plays already is not opened anew: if that failed, nothing would play.
    private boolean goesOn(SourceSpec spec) {
        boolean plays = player != null && player.isAlive() && !player.lost() && !stopped;
        boolean same = spec instanceof SourceSpec.Camera && spec.equals(playing);
        if (!plays || !same || shown == null) return false;
        listener.opened(spec, shown);
        return true;
    }

    /// Stops all threads, which close the source and the model. The wait is bounded.
    ///
    /// @return whether all threads have ended
    public boolean end() {
        List<SourcePlayer> left;
        synchronized (gate) {
            closed = true;
            player = null;
            opener = null;
            left = List.copyOf(started.keySet());
        }
        left.forEach(SourcePlayer::close);
        long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
        boolean ended = true;
        for (SourcePlayer each : left) ended &= each.join(until(patienceEnds));
        ended &= inference.close(until(patienceEnds));
        frames.clear();
        results.clear();
        return ended;
    }

    private static Duration until(long nanos) {
        return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
    }

    @Override
    public void close() {
        end();
    }

    /// Forwards one player's events; ignored once another source has been requested.
    private final class Steps implements SourcePlayer.Steps {
        private final SourceSpec spec;
        private @Nullable SourcePlayer self;

        Steps(SourceSpec spec) {
            this.spec = spec;
        }

        /// @throws Problem told to nobody, if another source has been requested meanwhile
        FrameSource open() throws Problem {
            return devices.open(spec, () -> opening.open(spec), this::stopOthers);
        }

        /// Whoever plays the same device, opens or closes it, is asked to go; not by one that was lost and looks
        /// whether it is back.
        private boolean stopOthers() throws Problem {
            synchronized (gate) {
                // A superseded one must not stop what plays.
                if (opener != self && player != self)
                    throw new Problem("camera.refused", Cameras.nameOf(spec));
                if (opener != self) return false;
                started.forEach((each, of) -> {
                    if (each == self || !Devices.same(of, spec) || !holds(each)) return;
                    stopped |= each == player;
                    each.close();
                });
                return true;
            }
        }

        /// What was lost holds nothing, and is looked for until this one is open.
        private boolean holds(SourcePlayer other) {
            return other.isAlive() && (other != player || stopped || !other.lost());
        }

        @Override
        public void opened(SourceInfo info, Object token) {
            synchronized (gate) {
                if (opener != self) return;
                opener = null;
                if (player != null) player.close();
                player = self;
                playing = spec;
                shown = info;
                stopped = false;
                instead = null;
                frames.clear();
                inference.of(token);
                LOG.info("playing {}: {}", spec, info);
                // Within the lock: told after the next one, this would be taken for what plays.
                listener.opened(spec, info);
            }
        }

        @Override
        public void failed(Problem cause) {
            LOG.warn("cannot play {}", spec, cause);
            boolean wanted;
            SourceSpec back = null;
            synchronized (gate) {
                wanted = opener == self || player == self;
                if (opener == self) {
                    if (player == null) back = spec.equals(instead) ? null : instead;
                    else if (stopped && !spec.equals(playing)) back = playing;
                    instead = null;
                    opener = null;
                }
            }
            if (!wanted) return;
            listener.problem(cause);
            synchronized (gate) {
                if (back != null && opener == null && (stopped || player == null)) play(back);
            }
        }

        /// What played was stopped for this one, which is the same again: there is nothing to go back to.
        @Override
        public boolean awaited(Problem cause) {
            synchronized (gate) {
                if (opener != self || !stopped || !spec.equals(playing)) return false;
                LOG.warn("waits for {}", spec, cause);
                opener = null;
                player = self;
                stopped = false;
                listener.lost(spec, cause);
                return true;
            }
        }

        @Override
        public void lost(Problem cause) {
            LOG.warn("lost {}", spec, cause);
            whilePlaying(() -> listener.lost(spec, cause));
        }

        @Override
        public void recovered(SourceInfo info) {
            LOG.info("recovered {}: {}", spec, info);
            whilePlaying(() -> {
                shown = info;
                listener.recovered(spec, info);
            });
        }

        @Override
        public void broken(Problem cause) {
            LOG.warn("{} breaks off", spec, cause);
            whilePlaying(() -> listener.problem(cause));
        }

        @Override
        public void skipped(Problem cause) {
            LOG.warn("{} skips", spec, cause);
            whilePlaying(() -> listener.problem(cause));
        }

        @Override
        public void ended() {
            whilePlaying(() -> listener.ended());
        }

        void deliver(Grabbed grabbed) {
            synchronized (gate) {
                if (player == self) {
                    // A camera may come back as another one.
                    inference.of(grabbed.playing());
                    frames.offer(grabbed);
                    return;
                }
            }
            grabbed.close();
        }

        /// Within the lock, so that what is told of one source never comes after the next has been told of.
        private void whilePlaying(Runnable event) {
            synchronized (gate) {
                if (player == self) event.run();
            }
        }
    }
}
