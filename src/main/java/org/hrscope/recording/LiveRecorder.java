package org.hrscope.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.hrscope.capture.Ffmpeg;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.file.GrowingFile;
import org.hrscope.file.Unfinished;
import org.hrscope.file.WholeFile;
import org.hrscope.pipeline.LatestSlot;
import org.hrscope.pixels.PixelBrush;
import org.hrscope.threads.Fault;
import org.hrscope.threads.GuardedThread;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what is offered while it runs, on a thread of its own: the newest frame wins, so offering never
/// waits. All methods may be called from any thread and return at once.
public final class LiveRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRecorder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LOOK = 30;

    /// How it ends; called on the recorder's thread.
    public interface Listener {
        /// @param found `record.recovered`, an earlier recording that broke off
        void recovered(Problem found);

        /// @param early why it ended by itself; null if it was stopped
        void done(Path file, @Nullable Problem early);

        void failed(Problem problem);
    }

    /// What is recorded so far.
    ///
    /// @param nanos the last frame's time since the first
    public record Progress(long nanos, long bytes) {}

    private final Path path;
    private final Listener listener;
    private final LatestSlot<Shot> shots = new LatestSlot<>();
    private final ShotClock clock = new ShotClock();
    private final GuardedThread thread;
    private volatile Progress progress = new Progress(0, 0);
    private volatile boolean stopping;
    private @Nullable Film film;
    private int frames;

    public LiveRecorder(Path path, Listener listener) {
        this.path = path;
        this.listener = listener;
        thread = new GuardedThread("recording", this::run, listener::failed);
    }

    public void start() {
        thread.start();
    }

    /// Takes ownership of the shot.
    public void offer(Shot shot) {
        if (stopping) {
            shot.close();
            return;
        }
        shots.offer(shot);
        // It may have ended meanwhile: nobody takes this one then.
        if (stopping) shots.clear();
    }

    public Progress progress() {
        return progress;
    }

    /// Completes the file with the frames that were taken.
    public void stop() {
        stopping = true;
        shots.wake();
    }

    private void run() {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) Unfinished.recover(folder).forEach(listener::recovered);
            Ffmpeg.need();
            FreeSpace.need(path, FreeSpace.LEAST);
            Problem early = record();
            listener.done(path, early);
        } catch (Throwable thrown) {
            LOG.error("not recorded", thrown);
            listener.failed(Fault.of(thrown));
        } finally {
            stopping = true;
            shots.clear();
        }
    }

    private @Nullable Problem record() throws Problem, InterruptedException {
        try (PixelBrush brush = new PixelBrush();
                GrowingFile file =
                        Medium.of(path) == Medium.MP4
                                ? GrowingFile.recording(path)
                                : GrowingFile.at(path)) {
            try {
                Problem early = toItsEnd(file, brush);
                Film written = film;
                if (written == null) throw new Problem("record.nothing", path);
                written.end();
                file.complete();
                return early;
            } catch (IOException | RuntimeException | Error broken) {
                if (!salvaged(file)) throw broken;
                LOG.error("recording breaks off", broken);
                String why =
                        broken instanceof IOException system
                                ? WholeFile.reason(system)
                                : broken.toString();
                return new Problem(broken, "record.broken", path, why);
            } finally {
                if (film != null) film.close();
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(path, e);
        }
    }

    /// What breaks costs the rest of the recording, not what is on disk: fragments play without an end.
    private boolean salvaged(GrowingFile file) throws IOException {
        Film begun = film;
        if (Medium.of(path) != Medium.MP4 || begun == null || begun.bytes() == 0) return false;
        file.salvage();
        return true;
    }

    private @Nullable Problem toItsEnd(GrowingFile file, PixelBrush brush)
            throws IOException, InterruptedException {
        while (!stopping) {
            Shot shot = shots.take();
            if (shot == null) continue;
            try (shot) {
                add(shot, file, brush);
            }
            Medium.Limits limits = Medium.of(path).limits;
            if (limits.over(progress.nanos))
                return new Problem("record.long", path, limits.seconds());
            boolean look = ++frames % LOOK == 0;
            if (look && FreeSpace.at(path) < FreeSpace.RESERVE)
                return new Problem("record.full", path);
        }
        return null;
    }

    private void add(Shot shot, GrowingFile file, PixelBrush brush) throws IOException {
        Frame frame = shot.frame();
        long nanos = clock.at(frame.origin(), System.nanoTime());
        if (nanos < 0) return;
        Medium medium = Medium.of(path);
        Film writing = film;
        if (writing == null) {
            Film.Start start = new Film.Start(frame.width(), frame.height(), 0, null);
            writing = new Film(file.stream(), medium, start);
            film = writing;
        } else if (nanos - progress.nanos < medium.limits.gapNanos()) {
            return;
        }
        brush.begin(frame);
        shot.layers().accept(brush);
        writing.add(brush.pixels(), nanos);
        progress = new Progress(nanos, writing.bytes());
    }

    /// Stops, and waits for the file, but not forever.
    @Override
    public void close() {
        stop();
        if (!thread.join(PATIENCE)) thread.interrupt();
        shots.clear();
    }
}
