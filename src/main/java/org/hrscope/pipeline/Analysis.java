package org.hrscope.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.EstimationOptions;
import org.hrscope.inference.PoseEstimator;
import org.jspecify.annotations.Nullable;

/// From frames to results, some of them in flight at once; they finish in the order they began. One thread.
///
/// @param <U> what is kept of a frame in flight
public abstract class Analysis<U extends Analysis.UnderWay> implements AutoCloseable {

    /// A frame, held until it is finished, and its pending estimates.
    public interface UnderWay {
        Grabbed grabbed();

        List<CompletableFuture<Estimate>> estimates();
    }

    private final Lanes<U> lanes;
    private final LongSupplier clock;
    private @Nullable PoseEstimator with;
    private @Nullable EstimationOptions options;

    /// @param whenReady called when [#finish()] has something to return, mostly on an estimator thread
    Analysis(Runnable whenReady) {
        this(System::nanoTime, whenReady);
    }

    /// @param clock for [System#nanoTime()]
    Analysis(LongSupplier clock, Runnable whenReady) {
        this.clock = clock;
        lanes = new Lanes<>(clock, whenReady);
    }

    /// Whether a frame must be finished before the next begins, so that a clip gives the same results each time: what
    /// a frame is looked for with depends on what was finished before.
    public boolean full() {
        return lanes.full();
    }

    /// Whether the next frame would have to wait for a lane for long; a moment is no matter, as the lane then need not
    /// wait for the frame. Unlike [#full()] it may begin before the oldest is finished: a lane does not idle because
    /// another takes longer.
    public boolean lanesBusy() {
        return lanes.allBusy();
    }

    /// Waits until [#ready()], or until the next frame may begin.
    public void awaitLane() {
        lanes.await();
    }

    /// Whether a frame is in flight.
    public boolean busy() {
        return lanes.busy();
    }

    /// What [#finish()] would return the result of; only while [#busy()].
    Grabbed oldest() {
        return lanes.oldest().grabbed();
    }

    /// Whether [#finish()] would return at once.
    public boolean ready() {
        return lanes.ready();
    }

    /// When the next frame may begin, by [System#nanoTime()]: with two at once a quarter through the previous one, so
    /// that results do not come in pairs. To wait until halfway would make them even, but whatever one frame takes
    /// longer than another a lane would idle.
    public long nextBegin() {
        return lanes.nextBegin();
    }

    /// Starts a frame; a new image of a folder, or a new source, starts a new search. Not to be called when
    /// [#lanesBusy()].
    ///
    /// @param grabbed remains owned by the caller
    /// @param dropped passed on in the result
    public abstract void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem;

    /// The next frame starts a new search, whatever was followed before.
    abstract void restart();

    /// The result of the oldest frame in flight; blocks until it is ready.
    public PipelineResult finish() throws Problem {
        U oldest = lanes.remove();
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
            U left = lanes.remove();
            left.estimates().forEach(each -> each.handle((_, _) -> true).join());
            left.grabbed().frame().close();
        }
    }

    /// A frame begins now.
    final long began(PoseEstimator estimator, EstimationOptions how) {
        if (estimator != with || !how.equals(options)) lanes.took(0);
        with = estimator;
        options = how;
        lanes.begins(estimator.atOnce());
        return lanes.lastBegun();
    }

    /// The box that the frame is cropped from which began; null where the next is not to begin before a lane is free.
    final void cropped(@Nullable BoundingBox box) {
        lanes.cropped(box);
    }

    final long now() {
        return clock.getAsLong();
    }

    final long lastBegun() {
        return lanes.lastBegun();
    }

    final void took(long nanos) {
        lanes.took(nanos);
    }

    /// Keeps another account of each frame in flight.
    final void replaceAll(UnaryOperator<U> by) {
        lanes.replaceAll(by);
    }

    /// Holds the frame until it is finished.
    final void add(U begun) {
        begun.grabbed().frame().retain();
        lanes.add(begun);
    }
}
