package org.hrscope.pipeline;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hrscope.capture.FrameSource;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.threads.GuardedThread;

/// Every frame of a source in order, none dropped: a capture thread reads ahead into a short queue while the calling
/// thread works. For files, export and measurement.
public final class FrameRun {
    private static final int AHEAD = 3;
    private static final Duration DRAIN = Duration.ofMillis(5);

    /// How long nothing comes before it is asked whether anybody is there.
    private static final long SILENCE_MILLIS = 500;

    /// Opens the source, on the capture thread.
    public interface Opening {
        FrameSource open() throws Problem;
    }

    /// Processes one frame on the calling thread; the frame is closed afterwards.
    public interface Work {
        /// @return whether to continue
        boolean on(Grabbed grabbed) throws Problem, InterruptedException;
    }

    /// One queue entry: a frame, the end, or the problem that stopped it.
    private sealed interface Item {
        record Next(Grabbed grabbed) implements Item {}

        record End() implements Item {}

        record Broken(Throwable cause) implements Item {}
    }

    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);

    private FrameRun() {}

    /// Same as below, for sources that skip nothing.
    public static void run(Opening opening, Work work) throws Problem, InterruptedException {
        run(opening, work, skipped -> {});
    }

    /// Returns when the source ends or `work` returns false. Interruptible.
    ///
    /// @param skipped called on the capture thread with what the source skipped
    /// @throws Problem from the source or the work. Anything else the source throws, errors included, is rethrown here
    public static void run(Opening opening, Work work, Consumer<Problem> skipped)
            throws Problem, InterruptedException {
        FrameRun run = new FrameRun();
        GuardedThread capture =
                new GuardedThread("capture run", () -> run.capture(opening, skipped), logged -> {});
        capture.start();
        try {
            run.work(work, capture);
        } finally {
            run.end(capture);
        }
    }

    /// An interrupt of the caller waits until the source is closed: every join would return at once for it.
    private void end(GuardedThread capture) {
        boolean interrupted = Thread.interrupted();
        capture.interrupt();
        while (capture.isAlive()) {
            drain();
            capture.join(DRAIN);
            interrupted |= Thread.interrupted();
        }
        drain();
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void capture(Opening opening, Consumer<Problem> skipped) {
        try {
            queue.put(toItsEnd(opening, skipped));
        } catch (InterruptedException e) {
            // `work` returned false
        }
    }

    /// Returns when the source is closed.
    private Item toItsEnd(Opening opening, Consumer<Problem> skipped) throws InterruptedException {
        try (FrameSource source = opening.open()) {
            SourceInfo info = source.info();
            while (true) {
                long start = System.nanoTime();
                Frame frame = source.next();
                source.takeSkipped().forEach(skipped);
                if (frame == null) return new Item.End();
                put(new Grabbed(frame, info, System.nanoTime() - start));
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable any) {
            return new Item.Broken(any);
        }
    }

    private void put(Grabbed grabbed) throws InterruptedException {
        try {
            queue.put(new Item.Next(grabbed));
        } catch (InterruptedException e) {
            grabbed.close();
            throw e;
        }
    }

    private void work(Work work, GuardedThread capture) throws Problem, InterruptedException {
        while (true) {
            switch (next(capture)) {
                case Item.Next next -> {
                    try (Grabbed grabbed = next.grabbed()) {
                        if (!work.on(grabbed)) return;
                    }
                }
                case Item.End end -> {
                    return;
                }
                case Item.Broken broken -> throw thrown(broken.cause());
            }
        }
    }

    /// Where memory is out, not even the news of it may have been sent.
    private Item next(GuardedThread capture) throws InterruptedException {
        while (true) {
            boolean dead = !capture.isAlive();
            Item item = queue.poll(SILENCE_MILLIS, TimeUnit.MILLISECONDS);
            if (item != null) return item;
            if (dead) throw new IllegalStateException("capture run is gone");
        }
    }

    private static Problem thrown(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case RuntimeException unforeseen -> throw unforeseen;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        };
    }

    private void drain() {
        for (Item item = queue.poll(); item != null; item = queue.poll()) {
            if (item instanceof Item.Next(Grabbed grabbed)) grabbed.close();
        }
    }
}
