package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.capture.SourceSpec;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// The capture thread of one source: opens it, reads it at its pace, opens it again when a live one was lost, closes it.
/// The thread that opened the source closes it.
final class SourcePlayer implements AutoCloseable {

    /// Opens the source a player was made for.
    interface Opening {
        FrameSource open() throws Problem;
    }

    /// Told of the player's own steps, on its thread.
    interface Steps {
        /// The source is open; returns whether it may play.
        boolean opened(SourceInfo info);

        void failed(Problem cause);

        void lost(Problem cause);

        void recovered(SourceInfo info);

        void broken(Problem cause);

        void ended();
    }

    private static final long RETRY_MILLIS = 500;

    private final Opening opening;
    private final Transport transport;
    private final Supplier<EngineSettings> settings;
    private final Consumer<Grabbed> sink;
    private final Steps steps;
    private final Pacer pacer = new Pacer();
    private final Thread thread;
    private volatile boolean stopped;

    SourcePlayer(
            SourceSpec spec,
            Opening opening,
            Transport transport,
            Supplier<EngineSettings> settings,
            Consumer<Grabbed> sink,
            Steps steps) {
        this.opening = opening;
        this.transport = transport;
        this.settings = settings;
        this.sink = sink;
        this.steps = steps;
        thread = Thread.ofPlatform().daemon().name("capture " + spec.getClass().getSimpleName()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            @Nullable SourceInfo before = null;
            while (!stopped) {
                try (FrameSource source = opening.open()) {
                    SourceInfo info = source.info();
                    if (before == null) {
                        if (!steps.opened(info)) return;
                    } else {
                        steps.recovered(info);
                    }
                    before = info;
                    play(source);
                } catch (Problem cause) {
                    if (stopped) return;
                    if (before == null) {
                        steps.failed(cause);
                        return;
                    }
                    if (cause.key().equals("") || !before.live()) return;
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            // told to stop
        }
    }

    /// Reads until the player is stopped or a live source is lost.
    private void play(FrameSource source) throws Problem, InterruptedException {
        SourceInfo info = source.info();
        pacer.reset();
        while (!stopped) {
            Transport.Turn turn = transport.await();
            Frame frame;
            long start;
            try {
                Long target = turn.seekTo();
                if (target != null && info.seekable()) source.seek(Math.min(target, info.frames() - 1));
                if (!turn.paced()) pacer.reset();
                start = System.nanoTime();
                frame = source.next();
            } catch (Problem cause) {
                if (info.live()) {
                    steps.lost(cause);
                    throw cause;
                }
                steps.broken(cause);
                frame = null;
                start = 0;
            }
            if (frame == null) {
                atEnd(info, source);
            } else {
                deliver(frame, info, System.nanoTime() - start, turn.paced());
            }
        }
    }

    private void deliver(Frame frame, SourceInfo info, long grabNanos, boolean paced) throws InterruptedException {
        try {
            if (paced && !info.live()) pacer.await(frame.origin().positionNanos(), settings.get().speed());
        } catch (InterruptedException e) {
            frame.close();
            throw e;
        }
        transport.showed(frame.origin().index());
        sink.accept(new Grabbed(frame, info, grabNanos));
    }

    private void atEnd(SourceInfo info, FrameSource source) throws Problem, InterruptedException {
        if (info.seekable() && settings.get().loop() && !transport.paused()) {
            source.seek(0);
            pacer.reset();
        } else {
            transport.pause();
            steps.ended();
            transport.awaitSeek();
        }
    }

    /// Asks the thread to end; it closes the source itself. Does not wait.
    @Override
    public void close() {
        stopped = true;
        thread.interrupt();
    }

    /// Waits until the source is closed.
    void join() throws InterruptedException {
        thread.join();
    }
}
