package org.hrscope.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;

/// From frames to results, some of them in flight at once; they finish in the order they began. One thread.
///
/// @param <U> what is kept of a frame in flight
public abstract class Analysis<U extends Analysis.UnderWay> implements AutoCloseable {

    /// A frame, held until it is finished, and its pending estimates.
    public interface UnderWay {
        Grabbed grabbed();

        List<CompletableFuture<Estimate>> estimates();
    }

    /// Frames held for each that runs at once: done, but behind one that is not.
    private static final int MOST_HELD = 2;

    final Deque<U> underWay = new ArrayDeque<>();
    private final LongSupplier clock;
    private final Runnable whenReady;
    private int atOnce = 1;
    private long lastBegun;
    private long lastTook;

    /// @param whenReady called on an estimator thread when [#finish()] has something to return
    Analysis(Runnable whenReady) {
        this(System::nanoTime, whenReady);
    }

    /// @param clock for [System#nanoTime()]
    Analysis(LongSupplier clock, Runnable whenReady) {
        this.clock = clock;
        this.whenReady = whenReady;
    }

    /// Whether a frame must be finished before the next begins, so that a clip gives the same results each time: what
    /// a frame is looked for with depends on what was finished before.
    public boolean full() {
        int estimates = 0;
        for (U each : underWay) estimates += each.estimates().size();
        return full(underWay.size(), estimates);
    }

    /// Whether the next frame would have to wait for a lane. Unlike [#full()] it may begin before the oldest is
    /// finished, if a newer one is done: a lane does not idle because another takes longer.
    public boolean lanesBusy() {
        int frames = 0;
        int estimates = 0;
        for (U each : underWay) {
            if (done(each)) continue;
            frames++;
            estimates += each.estimates().size();
        }
        return underWay.size() >= MOST_HELD * atOnce || full(frames, estimates);
    }

    /// Frames of several people keep all lanes busy two at a time; more of them would only be shown later.
    private boolean full(int frames, int estimates) {
        return frames >= atOnce || frames >= 2 && estimates >= 2 * atOnce;
    }

    /// Waits until [#ready()], or until the next frame may begin.
    public void awaitLane() {
        while (lanesBusy() && !ready()) {
            CompletableFuture<?>[] pending =
                    underWay.stream()
                            .flatMap(each -> each.estimates().stream())
                            .filter(estimate -> !estimate.isDone())
                            .toArray(CompletableFuture<?>[]::new);
            // All may have ended since they were looked at. What has failed is told when it is
            // finished.
            if (pending.length > 0) CompletableFuture.anyOf(pending).handle((_, _) -> true).join();
        }
    }

    /// Whether a frame is in flight.
    public boolean busy() {
        return !underWay.isEmpty();
    }

    /// What [#finish()] would return the result of; only while [#busy()].
    Grabbed oldest() {
        return underWay.element().grabbed();
    }

    /// Whether [#finish()] would return at once.
    public boolean ready() {
        return busy() && done(underWay.element());
    }

    private static boolean done(UnderWay frame) {
        return frame.estimates().stream().allMatch(CompletableFuture::isDone);
    }

    /// When the next frame may begin, by [System#nanoTime()]: with two at once a quarter through the previous one, so
    /// that results do not come in pairs. To wait until halfway would make them even, but whatever one frame takes
    /// longer than another a lane would idle.
    public long nextBegin() {
        return busy() ? lastBegun + lastTook / (2 * atOnce) : now();
    }

    /// Starts a frame; a new image of a folder, or a new source, starts a new search. Not to be called when [#lanesBusy()].
    ///
    /// @param grabbed remains owned by the caller
    /// @param dropped passed on in the result
    public abstract void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem;

    /// The next frame starts a new search, whatever was followed before.
    public void restart() {}

    /// The result of the oldest frame in flight; blocks until it is ready.
    public PipelineResult finish() throws Problem {
        U oldest = underWay.remove();
        try {
            return finish(oldest);
        } catch (Throwable e) {
            oldest.grabbed().frame().close();
            throw e;
        }
    }

    /// Takes over one reference to the frame where it returns.
    abstract PipelineResult finish(U oldest) throws Problem;

    /// The same frame again with other settings; nothing else may be in flight.
    public abstract PipelineResult again(
            Grabbed grabbed,
            PipelineResult before,
            PoseEstimator estimator,
            EngineSettings settings)
            throws Problem;

    /// Waits for the frames in flight and discards them.
    @Override
    public void close() {
        while (busy()) {
            U left = underWay.remove();
            left.estimates().forEach(each -> each.handle((_, _) -> true).join());
            left.grabbed().frame().close();
        }
    }

    /// A frame begins now.
    final long began(PoseEstimator estimator) {
        atOnce = estimator.atOnce();
        lastBegun = now();
        return lastBegun;
    }

    final long now() {
        return clock.getAsLong();
    }

    final long lastBegun() {
        return lastBegun;
    }

    final void took(long nanos) {
        lastTook = nanos;
    }

    /// Holds the frame until it is finished.
    final void add(U begun) {
        begun.grabbed().frame().retain();
        underWay.add(begun);
        CompletableFuture.allOf(begun.estimates().toArray(CompletableFuture<?>[]::new))
                .whenComplete((_, _) -> whenReady.run());
    }
}
