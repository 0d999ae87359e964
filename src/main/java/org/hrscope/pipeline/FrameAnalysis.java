package org.hrscope.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.hrscope.capture.SourceInfo;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.People;
import org.hrscope.people.PersonMode;
import org.hrscope.people.PersonTracker;
import org.jspecify.annotations.Nullable;

/// From frames to people: finds the box, estimates, tracks. The network may still be busy with frame n when frame n+1
/// begins, so frame n+1 is cropped before pose n is known; where the person has moved too far (overlap below 0.7) it is
/// estimated again. Frames finish in the order they began. One thread.
public final class FrameAnalysis implements Analysis {
    /// A person seen for the first time is estimated again in the box just found, so that no frame shows the coarse
    /// pose.
    private static final int LOOKS = 3;

    /// Below this overlap with the box a frame was cropped from, the person has moved too far.
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

    /// @param whenReady called on an estimator thread when [#finish()] has something to return
    FrameAnalysis(Runnable whenReady) {
        this.whenReady = whenReady;
    }

    /// Handles one result, and closes it.
    public interface Work {
        /// @return whether to continue
        boolean on(PipelineResult result) throws Problem;
    }

    /// Every frame of a source in order, none dropped. The work runs on the calling thread.
    ///
    /// @throws Problem from the source, the network or the work
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

    /// A frame, held until it is finished, and its pending estimate.
    ///
    /// @param tracker of its image: another image may have begun since
    /// @param box     what its crop is cut from
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

    /// Whether a frame must be finished before the next can begin.
    @Override
    public boolean full() {
        return underWay.size() == PoseEstimator.AT_ONCE;
    }

    /// Whether a frame is in flight.
    @Override
    public boolean busy() {
        return !underWay.isEmpty();
    }

    /// Whether [#finish()] would return at once.
    @Override
    public boolean ready() {
        return busy() && underWay.element().estimate.isDone();
    }

    /// When the next frame should begin, by [System#nanoTime()]: halfway through the previous one, so that results come
    /// evenly rather than in pairs.
    @Override
    public long nextBegin() {
        return busy() ? lastBegun + lastTook / PoseEstimator.AT_ONCE : System.nanoTime();
    }

    /// Finds the box and starts the network; a new image of a folder, or a new source, starts a new search. Not to be
    /// called when [#full()].
    ///
    /// @param grabbed  remains owned by the caller
    /// @param dropped  passed on in the result
    @Override
    public void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped) {
        Frame frame = grabbed.frame();
        // By identity: two clips may share a name.
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

    /// The result of the oldest frame in flight; blocks until it is ready.
    @Override
    public void restart() {
        source = null;
    }

    @Override
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

    /// Begins and finishes one frame; nothing else may be in flight.
    public PipelineResult analyse(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem {
        begin(grabbed, estimator, settings, dropped);
        return finish();
    }

    /// The same frame again with other settings, in its previous box if that still holds; nothing else may be in
    /// flight.
    @Override
    public PipelineResult again(
            Grabbed grabbed,
            PipelineResult before,
            PoseEstimator estimator,
            EngineSettings settings)
            throws Problem {
        if (!follows(settings) || before.people().isEmpty() || !tracker.following()) {
            return analyse(grabbed, estimator, settings, before.dropped());
        }
        BoundingBox box = before.people().all().getFirst().pose().box();
        Estimate estimate = estimator.estimate(grabbed.frame(), box, settings.estimation());
        grabbed.frame().retain();
        return result(grabbed, estimator, estimate, before.dropped());
    }

    private static BoundingBox box(Frame frame, EngineSettings settings, PersonTracker tracker) {
        BoundingBox drawn = settings.drawn();
        if (follows(settings)) {
            return tracker.next(frame.width(), frame.height());
        }
        return settings.people() == PersonMode.DRAWN && drawn != null
                ? drawn
                : BoundingBox.wholePicture(frame.width(), frame.height());
    }

    /// Where no finder is, one person stands for everyone.
    private static boolean follows(EngineSettings settings) {
        return settings.people() == PersonMode.TRACKED || settings.people() == PersonMode.EVERYONE;
    }

    private static Estimate follow(UnderWay oldest, Estimate found) throws Problem {
        if (!follows(oldest.settings)) return found;
        PersonTracker tracker = oldest.tracker;
        // Pose n is known only now, after frame n+1 was cropped.
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

    /// Takes over one reference to the frame.
    private static PipelineResult result(
            Grabbed grabbed, PoseEstimator estimator, Estimate estimate, long dropped) {
        return new PipelineResult(
                grabbed.frame(),
                estimator.info(),
                People.one(estimate),
                0,
                grabbed.grabNanos(),
                dropped);
    }

    /// Waits for the frames in flight and discards them.
    @Override
    public void close() {
        while (busy()) {
            UnderWay left = underWay.remove();
            left.estimate.handle((_, _) -> true).join();
            left.frame().close();
        }
    }
}
