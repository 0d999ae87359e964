package org.hrscope.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.capture.SourceInfo;
import org.hrscope.detect.PersonMode;
import org.hrscope.detect.PersonTracker;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// From frames to their people: finds the box, estimates, follows. A second frame may begin while the network still works
/// on the first, in the box of the pose before that; a person who has moved out of it since is looked at again. Frames are finished in the order in which they were begun.
/// One thread.
public final class FrameAnalysis implements AutoCloseable {
    /// A person seen for the first time is looked at again in the box just found, so that no frame shows the coarse one.
    private static final int LOOKS = 3;

    /// Below this overlap with the box that a frame was looked at in, a person is somewhere else.
    private static final double SAME_PLACE = 0.7;

    private final Runnable whenReady;
    private final Deque<UnderWay> underWay = new ArrayDeque<>();
    private PersonTracker tracker = new PersonTracker();
    private @Nullable SourceInfo source;
    private @Nullable String picture;
    private long lastBegun;
    private long lastTook;

    public FrameAnalysis() {
        this(() -> {});
    }

    /// @param whenReady called on a thread of the estimator's when there is something to [#finish()]
    FrameAnalysis(Runnable whenReady) {
        this.whenReady = whenReady;
    }

    /// What is done with each result; it is the work's to close.
    public interface Work {
        /// Returns whether to go on.
        boolean on(PipelineResult result) throws Problem;
    }

    /// Every frame of a source, none dropped, in order. The work is done on the calling thread.
    ///
    /// @throws Problem of the source, the network or the work
    public static void run(
            FrameRun.Opening opening, PoseEstimator estimator, EngineSettings settings, Work work)
            throws Problem, InterruptedException {
        try (FrameAnalysis analysis = new FrameAnalysis()) {
            boolean[] going = {true};
            FrameRun.run(
                    opening,
                    grabbed -> {
                        analysis.begin(grabbed, estimator, settings, 0);
                        if (analysis.full()) going[0] = work.on(analysis.finish());
                        return going[0];
                    });
            while (going[0] && analysis.busy()) going[0] = work.on(analysis.finish());
        }
    }

    /// A frame, held until it is finished, and what is being found on it.
    ///
    /// @param tracker of its picture: another picture may have begun meanwhile
    /// @param box     where it is looked at
    private record UnderWay(
            Grabbed grabbed,
            PoseEstimator estimator,
            EngineSettings settings,
            long dropped,
            PersonTracker tracker,
            BoundingBox box,
            CompletableFuture<Estimate> estimate) {

        Frame frame() {
            return grabbed.frame();
        }

        BoundingBox boxByNow() {
            return FrameAnalysis.box(frame(), settings, tracker);
        }
    }

    /// Whether a frame has to be finished before the next can begin.
    public boolean full() {
        return underWay.size() == PoseEstimator.AT_ONCE;
    }

    /// Whether a frame was begun and not finished.
    public boolean busy() {
        return !underWay.isEmpty();
    }

    /// Whether [#finish()] need not wait.
    boolean ready() {
        return busy() && underWay.element().estimate.isDone();
    }

    /// When the next frame should begin, by [System#nanoTime()]: halfway through the one before, so that results come
    /// evenly and not in pairs.
    long nextBegin() {
        return busy() ? lastBegun + lastTook / PoseEstimator.AT_ONCE : System.nanoTime();
    }

    /// Finds the box and lets the network begin; a new picture of a folder, or a new source, is searched anew. Not where
    /// it is [#full()].
    ///
    /// @param grabbed  stays the caller's
    /// @param dropped  to be told in the result
    public void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped) {
        Frame frame = grabbed.frame();
        // One opened source is one object: two clips of one name are two.
        boolean sameSource = grabbed.source() == source;
        if (!sameSource || !frame.origin().name().equals(picture)) {
            tracker = new PersonTracker();
            source = grabbed.source();
            picture = frame.origin().name();
        }
        BoundingBox box = box(frame, settings, tracker);
        lastBegun = System.nanoTime();
        CompletableFuture<Estimate> estimate = estimator.begin(frame, box, settings.estimation());
        frame.retain();
        underWay.add(new UnderWay(grabbed, estimator, settings, dropped, tracker, box, estimate));
        estimate.whenComplete((_, _) -> whenReady.run());
    }

    /// What was found on the frame that was begun first; waits for it.
    public PipelineResult finish() throws Problem {
        UnderWay oldest = underWay.remove();
        try {
            Estimate estimate = follow(oldest, PoseEstimator.await(oldest.estimate));
            lastTook = estimate.times().total();
            return result(oldest.grabbed, oldest.estimator, estimate, oldest.dropped);
        } catch (Throwable e) {
            oldest.frame().close();
            throw e;
        }
    }

    /// One frame from its begin to its end; nothing else may be under way.
    public PipelineResult analyse(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem {
        begin(grabbed, estimator, settings, dropped);
        return finish();
    }

    /// The same frame again with other settings, in the box it was seen in where that still holds; nothing else may be
    /// under way.
    PipelineResult again(
            Grabbed grabbed,
            PipelineResult before,
            PoseEstimator estimator,
            EngineSettings settings)
            throws Problem {
        if (settings.people() != PersonMode.TRACKED || !tracker.following()) {
            return analyse(grabbed, estimator, settings, before.dropped());
        }
        BoundingBox box = before.estimates().getFirst().pose().box();
        Estimate estimate = estimator.estimate(grabbed.frame(), box, settings.estimation());
        grabbed.frame().retain();
        return result(grabbed, estimator, estimate, before.dropped());
    }

    private static BoundingBox box(Frame frame, EngineSettings settings, PersonTracker tracker) {
        BoundingBox drawn = settings.drawn();
        if (settings.people() == PersonMode.TRACKED) {
            return tracker.next(frame.width(), frame.height());
        }
        return settings.people() == PersonMode.DRAWN && drawn != null
                ? drawn
                : BoundingBox.wholePicture(frame.width(), frame.height());
    }

    private static Estimate follow(UnderWay oldest, Estimate found) throws Problem {
        if (oldest.settings.people() != PersonMode.TRACKED) return found;
        PersonTracker tracker = oldest.tracker;
        // By now the pose before is known, which was not when this frame began.
        BoundingBox here = oldest.boxByNow();
        Estimate estimate = here.overlap(oldest.box) < SAME_PLACE ? look(oldest, here) : found;
        boolean followed = tracker.following();
        tracker.saw(estimate.pose());
        for (int look = 1; look < LOOKS && !followed && tracker.following(); look++) {
            estimate = look(oldest, oldest.boxByNow());
            tracker.saw(estimate.pose());
        }
        return estimate;
    }

    private static Estimate look(UnderWay at, BoundingBox box) throws Problem {
        return at.estimator.estimate(at.frame(), box, at.settings.estimation());
    }

    /// Takes over one hold on the frame.
    private static PipelineResult result(
            Grabbed grabbed, PoseEstimator estimator, Estimate estimate, long dropped) {
        return new PipelineResult(
                grabbed.frame(), estimator.info(), List.of(estimate), grabbed.grabNanos(), dropped);
    }

    /// Waits for what was begun, and leaves it.
    @Override
    public void close() {
        while (busy()) {
            UnderWay left = underWay.remove();
            left.estimate.handle((_, _) -> true).join();
            left.frame().close();
        }
    }
}
