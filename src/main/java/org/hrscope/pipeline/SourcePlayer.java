package org.hrscope.pipeline;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.threads.Fault;
import org.hrscope.threads.GuardedThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The capture thread of one source: opens it, reads it at its pace, reopens a live one that was lost. The thread that
/// opened the source closes it.
final class SourcePlayer implements AutoCloseable {

    /// The player's events, on its thread.
    interface Steps {
        /// @param playing as its frames carry it
        void opened(SourceInfo info, Object playing);

        void failed(Problem cause);

        /// The source did not open, or something unforeseen ended it.
        ///
        /// @return whether to look for it as for a lost one; else it has failed
        boolean awaited(Problem cause);

        void lost(Problem cause);

        void recovered(SourceInfo info);

        /// A file breaks off, or one image of a folder was skipped.
        void trouble(Problem cause);

        void ended();
    }

    private static final Logger LOG = LoggerFactory.getLogger(SourcePlayer.class);
    private static final long RETRY_MILLIS = 500;

    /// How long each image of a folder is shown.
    private static final long SLIDE = TimeUnit.SECONDS.toNanos(1);

    private final FrameRun.Opening opening;
    private final Supplier<EngineSettings> settings;
    private final Consumer<Grabbed> sink;
    private final Steps steps;
    private final Transport transport = new Transport();
    private final Pacer pacer = new Pacer();
    private final GuardedThread thread;

    /// Problems already reported for this source: a loop does not report them again.
    private final Set<String> told = new HashSet<>();

    /// Whether a frame has arrived since the source was opened or rewound.
    private boolean fruitful;

    private volatile boolean lost;

    SourcePlayer(
            String name,
            FrameRun.Opening opening,
            Supplier<EngineSettings> settings,
            Consumer<Grabbed> sink,
            Steps steps) {
        this.opening = opening;
        this.settings = settings;
        this.sink = sink;
        this.steps = steps;
        thread = new GuardedThread("capture " + name, this::run, steps::failed);
    }

    Transport transport() {
        return transport;
    }

    void start() {
        thread.start();
    }

    /// Whether a live source is gone, and looked for. Any thread.
    boolean lost() {
        return lost;
    }

    private void lost(LostException gone) {
        lost = true;
        steps.lost(gone.cause);
    }

    private void run() throws InterruptedException {
        try {
            play(steps::opened);
        } catch (LostException gone) {
            lost(gone);
            reopen();
        } catch (InterruptedException asked) {
            throw asked;
        } catch (Throwable thrown) {
            Problem cause = Fault.of(thrown);
            lost = steps.awaited(cause);
            if (lost) reopen();
            else steps.failed(cause);
        }
    }

    /// Opens the source and reads it; a source that cannot seek is reopened to start over.
    private void play(BiConsumer<SourceInfo, Object> opened)
            throws Problem, LostException, InterruptedException {
        BiConsumer<SourceInfo, Object> whenOpen = opened;
        Object playing = new Object();
        while (true) {
            try (FrameSource source = opening.open()) {
                whenOpen.accept(source.info(), playing);
                read(source, playing);
            }
            whenOpen = (_, _) -> {};
        }
    }

    /// Retries until the live source is back, then reads on; as often as it is lost.
    private void reopen() throws InterruptedException {
        while (true) {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            try {
                play((info, _) -> {
                    lost = false;
                    steps.recovered(info);
                });
            } catch (LostException gone) {
                lost(gone);
            } catch (InterruptedException asked) {
                throw asked;
            } catch (Throwable stillGone) {
                LOG.debug("not back yet", stillGone);
            }
        }
    }

    /// Returns when the source must be reopened.
    private void read(FrameSource source, Object playing)
            throws LostException, InterruptedException {
        SourceInfo info = source.info();
        pacer.reset();
        fruitful = false;
        boolean more = true;
        while (more) {
            if (Thread.interrupted()) throw new InterruptedException();
            Transport.Turn turn = transport.await(info.live());
            if (!turn.paced()) pacer.reset();
            long start = System.nanoTime();
            Frame frame = next(source, turn.seekTo());
            if (frame == null) more = rewindOrWait(info);
            else {
                long grabNanos = System.nanoTime() - start;
                deliver(new Grabbed(frame, info, grabNanos, playing, turn.aside()), turn.paced());
            }
        }
    }

    /// The requested frame; null at the end, or where a file breaks off.
    private @Nullable Frame next(FrameSource source, @Nullable Long seekTo) throws LostException {
        SourceInfo info = source.info();
        try {
            if (seekTo != null && info.seekable()) source.seek(Math.min(seekTo, info.frames() - 1));
            Frame frame = source.next();
            tellSkipped(source);
            return frame;
        } catch (Throwable thrown) {
            tellSkipped(source);
            Problem cause = Fault.of(thrown);
            if (info.live()) throw new LostException(cause);
            if (cause != thrown) LOG.error("{} breaks off", info.name(), thrown);
            if (told.add(cause.getMessage())) steps.trouble(cause);
            return null;
        }
    }

    private void tellSkipped(FrameSource source) {
        for (Problem skipped : source.takeSkipped()) {
            if (told.add(skipped.getMessage())) steps.trouble(skipped);
        }
    }

    private void deliver(Grabbed grabbed, boolean paced) throws InterruptedException {
        Frame frame = grabbed.frame();
        boolean wanted = false;
        try {
            wanted = !paced || grabbed.source().live() || transport.awaitDue(due(grabbed));
        } finally {
            if (!wanted) frame.close();
        }
        if (!wanted) return;
        fruitful = true;
        if (!grabbed.aside()) transport.showed(frame.origin().index());
        sink.accept(grabbed);
    }

    private long due(Grabbed grabbed) {
        Frame.Origin origin = grabbed.frame().origin();
        long position = slides(grabbed.source()) ? origin.index() * SLIDE : origin.positionNanos();
        return pacer.due(position, settings.get().speed());
    }

    /// Images of a folder have no timestamps.
    private static boolean slides(SourceInfo info) {
        return info.seekable() && info.framesPerSecond() <= 0;
    }

    /// At the end, or where the source broke off. A pass that gave no frame is not repeated automatically.
    ///
    /// @return false if the source must be reopened
    private boolean rewindOrWait(SourceInfo info) throws InterruptedException {
        boolean loops = !info.live() && info.frames() != 1 && settings.get().loop();
        boolean again = loops && fruitful && !transport.paused();
        fruitful = false;
        if (!again) {
            steps.ended();
            transport.awaitSeek();
        } else if (info.seekable()) {
            transport.rewind();
            pacer.rewound(
                    slides(info)
                            ? SLIDE
                            : (long) (TimeUnit.SECONDS.toNanos(1) / info.framesPerSecond()));
        }
        return info.frames() != 0;
    }

    /// Asks the thread to end; it closes the source itself. Does not wait.
    @Override
    public void close() {
        thread.interrupt();
    }

    /// Waits until the source is closed, up to this long.
    ///
    /// @return whether it is closed
    boolean join(Duration patience) {
        return thread.join(patience);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /// A live source that was playing has stopped giving frames.
    private static final class LostException extends Exception {
        private final Problem cause;

        LostException(Problem cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
