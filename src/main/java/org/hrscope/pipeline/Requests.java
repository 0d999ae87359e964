package org.hrscope.pipeline;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hrscope.capture.Cameras;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.pipeline.PoseEngine.SourceOpening;
import org.hrscope.threads.Fault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sources that were asked for: which of them plays, which one opens, and which have to go. Frames and events of
/// what plays are passed on, those of all others are not. Thread-safe.
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private final SourceOpening opening;
    private final Devices devices;
    private final Supplier<EngineSettings> settings;
    private final InferenceLoop inference;
    private final EngineListener listener;

    /// Guards who plays, who opens, and whether this has ended: these change together.
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

    Requests(
            SourceOpening opening,
            Devices devices,
            Supplier<EngineSettings> settings,
            InferenceLoop inference,
            EngineListener listener) {
        this.opening = opening;
        this.devices = devices;
        this.settings = settings;
        this.inference = inference;
        this.listener = listener;
    }

    /// See [PoseEngine#transport()].
    Optional<Transport> transport() {
        synchronized (gate) {
            return Optional.ofNullable(player).map(each -> each.thread.transport());
        }
    }

    /// See [PoseEngine#opening()].
    Optional<SourceSpec> opening() {
        synchronized (gate) {
            return Optional.ofNullable(opener).map(each -> each.spec);
        }
    }

    /// See [PoseEngine#play].
    void play(SourceSpec spec) {
        Request next = new Request(spec);
        synchronized (gate) {
            if (closed || opener != null && opener.spec.equals(spec)) return;
            if (opener != null) {
                if (player == null && (first == null || first.gone)) first = opener;
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

    /// Nothing plays from now on.
    ///
    /// @return whether all sources were closed in that time
    boolean close(Duration patience) {
        List<SourcePlayer> left;
        synchronized (gate) {
            closed = true;
            player = null;
            opener = null;
            first = null;
            left = started.stream().map(each -> each.thread).toList();
        }
        left.forEach(SourcePlayer::close);
        long patienceEnds = System.nanoTime() + patience.toNanos();
        boolean ended = true;
        for (SourcePlayer each : left) ended &= each.join(PoseEngine.until(patienceEnds));
        return ended;
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
                            settings,
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
                inference.of(token);
                LOG.info("playing {}: {}", spec, opened);
                // Within the lock: told after the next one, this would be taken for what plays.
                listener.opened(spec, opened);
            }
        }

        @Override
        public void failed(Problem cause) {
            LOG.warn("cannot play {}", spec, cause);
            synchronized (gate) {
                if (first == this) gone = true;
                if (opener != this && player != this) return;
                SourceSpec back = opener == this ? former() : null;
                listener.problem(cause);
                if (back != null && opener == null) play(back);
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
