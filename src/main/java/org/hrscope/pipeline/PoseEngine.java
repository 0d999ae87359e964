package org.hrscope.pipeline;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private @Nullable Request player;

    /// What was asked for last, until it plays.
    private @Nullable Request opener;

    /// What was asked for first, while nothing plays: it goes on opening though it was superseded, so that the stage is
    /// not empty for as long as a slow source takes.
    private @Nullable Request first;

    private boolean closed;

    /// Every one whose thread may still hold its source.
    private final Set<Request> started = new LinkedHashSet<>();

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

    /// The newest result of a live source that is paused and watched, for [Transport#watched]; whoever polls it closes it.
    public LatestSlot<PipelineResult> glances() {
        return inference.glances();
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
            return Optional.ofNullable(player).map(each -> each.thread.transport());
        }
    }

    /// What was asked for and does not play yet.
    public Optional<SourceSpec> opening() {
        synchronized (gate) {
            return Optional.ofNullable(opener).map(each -> each.spec);
        }
    }

    /// Opens a source and plays it. The current one keeps playing until the new one is open, and if it fails to open;
    /// where nothing plays yet, what was asked for first does. A camera that is to play in another mode stops first,
    /// because no device opens twice; in the same mode it plays on. Of several pending requests, the last wins, and waits
    /// for a superseded one that has the same device.
    public void play(SourceSpec spec) {
        Request next = new Request(spec);
        synchronized (gate) {
            if (closed || opener != null && opener.spec.equals(spec)) return;
            if (opener != null) {
                if (player == null && first == null) first = opener;
                else opener.thread.close();
            }
            opener = null;
            if (goesOn(spec)) return;
            opener = next;
            started.removeIf(each -> !each.thread.isAlive());
            try {
                next.thread.start();
                started.add(next);
            } catch (Throwable noThread) {
                next.failed(Fault.of(noThread));
            }
        }
    }

    /// A camera that plays already is not opened anew: if that failed, nothing would play.
    private boolean goesOn(SourceSpec spec) {
        Request now = player;
        if (now == null || !(spec instanceof SourceSpec.Camera)) return false;
        boolean plays = !now.gone && now.thread.isAlive() && !now.thread.lost();
        if (!plays || !spec.equals(now.spec) || now.info == null) return false;
        listener.opened(spec, now.info);
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
            first = null;
            left = started.stream().map(each -> each.thread).toList();
        }
        left.forEach(SourcePlayer::close);
        long patienceEnds = System.nanoTime() + PATIENCE.toNanos();
        boolean ended = true;
        for (SourcePlayer each : left) ended &= each.join(until(patienceEnds));
        ended &= inference.close(until(patienceEnds));
        return ended;
    }

    private static Duration until(long nanos) {
        return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
    }

    @Override
    public void close() {
        end();
    }

    /// Forwards one player's events, while it plays or is to play.
    private final class Request implements SourcePlayer.Steps {
        private final SourceSpec spec;
        private final SourcePlayer thread;
        private @Nullable SourceInfo info;

        /// It was stopped for another one of its device, or did not open while that was to come.
        private boolean gone;

        Request(SourceSpec spec) {
            this.spec = spec;
            thread =
                    new SourcePlayer(
                            spec.getClass().getSimpleName(),
                            () -> devices.open(spec, () -> opening.open(spec), this::stopOthers),
                            PoseEngine.this::settings,
                            this::deliver,
                            this);
        }

        /// Whoever plays the same device, opens or closes it, is asked to go; not by one that was lost and looks
        /// whether it is back.
        ///
        /// @throws Problem told to nobody, if another source has been requested meanwhile
        private boolean stopOthers() throws Problem {
            synchronized (gate) {
                // A superseded one must not stop what plays.
                if (opener == this) {
                    started.stream()
                            .filter(each -> each != this && Devices.same(each.spec, spec))
                            .filter(Request::holds)
                            .forEach(each -> {
                                each.gone = true;
                                each.thread.close();
                            });
                    return true;
                }
                if (player == this || first == this) return false;
            }
            throw new Problem("camera.refused", Cameras.nameOf(spec));
        }

        /// What was lost holds nothing, and is looked for until the next is open.
        private boolean holds() {
            return thread.isAlive() && (player != this || gone || !thread.lost());
        }

        @Override
        public void opened(SourceInfo opened, Object token) {
            synchronized (gate) {
                boolean meanwhile = first == this && !gone;
                if (opener != this && !meanwhile) return;
                if (player != null) player.thread.close();
                if (first != null && !meanwhile) first.thread.close();
                if (!meanwhile) opener = null;
                first = null;
                player = this;
                info = opened;
                frames.clear();
                inference.of(token);
                LOG.info("playing {}: {}", spec, opened);
                // Within the lock: told after the next one, this would be taken for what plays.
                listener.opened(spec, opened);
            }
        }

        @Override
        public void failed(Problem cause) {
            LOG.warn("cannot play {}", spec, cause);
            boolean wanted;
            SourceSpec back = null;
            synchronized (gate) {
                wanted = opener == this || player == this;
                if (first == this) gone = true;
                if (opener == this) back = former();
            }
            if (!wanted) return;
            listener.problem(cause);
            synchronized (gate) {
                boolean empty = player == null || player.gone;
                if (back != null && opener == null && empty) play(back);
            }
        }

        /// What came before this one, which failed, is wanted again.
        ///
        /// @return what is to be opened once more
        private @Nullable SourceSpec former() {
            Request before = player == null ? first : player;
            opener = null;
            first = null;
            if (before == null) return null;
            if (before.gone) return spec.equals(before.spec) ? null : before.spec;
            if (before != player) opener = before;
            return null;
        }

        /// What played was stopped for this one, which is the same again: there is nothing to go back to.
        @Override
        public boolean awaited(Problem cause) {
            synchronized (gate) {
                Request before = opener == this ? player : null;
                if (before == null || !before.gone || !spec.equals(before.spec)) return false;
                LOG.warn("waits for {}", spec, cause);
                opener = null;
                player = this;
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
        public void recovered(SourceInfo back) {
            LOG.info("recovered {}: {}", spec, back);
            whilePlaying(() -> {
                info = back;
                listener.recovered(spec, back);
            });
        }

        @Override
        public void trouble(Problem cause) {
            LOG.warn("{} skips, or breaks off", spec, cause);
            whilePlaying(() -> listener.problem(cause));
        }

        @Override
        public void ended() {
            whilePlaying(() -> listener.ended());
        }

        void deliver(Grabbed grabbed) {
            synchronized (gate) {
                if (player == this) {
                    inference.offer(grabbed);
                    return;
                }
            }
            grabbed.close();
        }

        /// Within the lock, so that what is told of one source never comes after the next has been told of.
        private void whilePlaying(Runnable event) {
            synchronized (gate) {
                if (player == this) event.run();
            }
        }
    }
}
