package org.hrscope.pipeline;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// The capture thread of one source: opens it, reads it at its pace, opens it again when a live one was lost. The thread
/// that opened the source closes it.
final class SourcePlayer implements AutoCloseable {

    /// Opens the source that the player was made for.
    interface Opening {
        FrameSource open() throws Problem;
    }

    /// Told of the player's own steps, on its thread.
    interface Steps {
        void opened(SourceInfo info);

        void failed(Problem cause);

        void lost(Problem cause);

        void recovered(SourceInfo info);

        void broken(Problem cause);

        /// One picture of many was passed over.
        void skipped(Problem cause);

        void ended();
    }

    private static final long RETRY_MILLIS = 500;

    private final Opening opening;
    private final Supplier<EngineSettings> settings;
    private final Consumer<Grabbed> sink;
    private final Steps steps;
    private final Transport transport = new Transport();
    private final Pacer pacer = new Pacer();
    private final Thread thread;

    SourcePlayer(
            String name,
            Opening opening,
            Supplier<EngineSettings> settings,
            Consumer<Grabbed> sink,
            Steps steps) {
        this.opening = opening;
        this.settings = settings;
        this.sink = sink;
        this.steps = steps;
        thread = Thread.ofPlatform().daemon().name("capture " + name).unstarted(this::run);
    }

    Transport transport() {
        return transport;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (FrameSource source = opening.open()) {
            steps.opened(source.info());
            read(source);
        } catch (Problem cause) {
            steps.failed(cause);
        } catch (LostException lost) {
            steps.lost(lost.cause);
            reopen();
        } catch (InterruptedException e) {
            // told to stop
        }
    }

    /// Tries until the live source is back, and reads on; as often as it is lost.
    private void reopen() {
        while (true) {
            try {
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                try (FrameSource source = opening.open()) {
                    steps.recovered(source.info());
                    read(source);
                }
            } catch (Problem stillGone) {
                // and again
            } catch (LostException lost) {
                steps.lost(lost.cause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void read(FrameSource source) throws LostException, InterruptedException {
        SourceInfo info = source.info();
        pacer.reset();
        while (!Thread.interrupted()) {
            Transport.Turn turn = transport.await();
            if (!turn.paced()) pacer.reset();
            long start = System.nanoTime();
            Frame frame = next(source, turn.seekTo());
            if (frame == null) {
                rewindOrWait(info);
            } else {
                deliver(new Grabbed(frame, info, System.nanoTime() - start), turn.paced());
            }
        }
        throw new InterruptedException();
    }

    /// The frame wanted; null at the end, and where a file breaks off.
    private @Nullable Frame next(FrameSource source, @Nullable Long seekTo) throws LostException {
        SourceInfo info = source.info();
        try {
            if (seekTo != null && info.seekable()) source.seek(Math.min(seekTo, info.frames() - 1));
            Frame frame = source.next();
            source.takeSkipped().forEach(steps::skipped);
            return frame;
        } catch (Problem cause) {
            if (info.live()) throw new LostException(cause);
            steps.broken(cause);
            return null;
        }
    }

    private void deliver(Grabbed grabbed, boolean paced) throws InterruptedException {
        Frame frame = grabbed.frame();
        try {
            if (paced && !grabbed.source().live()) {
                pacer.await(frame.origin().positionNanos(), settings.get().speed());
            }
        } catch (InterruptedException e) {
            frame.close();
            throw e;
        }
        transport.showed(frame.origin().index());
        sink.accept(grabbed);
    }

    private void rewindOrWait(SourceInfo info) throws InterruptedException {
        if (info.seekable() && settings.get().loop() && !transport.paused()) {
            transport.seek(0);
        } else {
            transport.pause();
            steps.ended();
            transport.awaitSeek();
        }
    }

    /// Tells the thread to end; it closes the source itself. Does not wait.
    @Override
    public void close() {
        thread.interrupt();
    }

    /// Waits until the source is closed.
    void join() throws InterruptedException {
        thread.join();
    }

    /// A live source that played gives no more frames.
    private static final class LostException extends Exception {
        private final Problem cause;

        LostException(Problem cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
