package org.hrscope.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.People;
import org.hrscope.people.PersonMode;
import org.hrscope.people.PersonTracker;

/// From frames to people: finds the box, estimates, tracks. The network may still be busy with frame n when frame n+1
/// begins, even n+2, so they are cropped before pose n is known; where the person has moved too far (overlap below 0.7)
/// a frame is estimated again. Frames finish in the order they began. One thread.
public final class FrameAnalysis extends Analysis<FrameAnalysis.UnderWay> {
    /// A person seen for the first time is estimated again in the box just found, so that no frame shows the coarse
    /// pose.
    private static final int LOOKS = 3;

    /// Below this overlap with the box a frame was cropped from, the person has moved too far.
    private static final double SAME_PLACE = 0.7;

    private final Succession succession = new Succession();
    private PersonTracker tracker = new PersonTracker();

    public FrameAnalysis() {
        this(() -> {});
    }

    /// @param whenReady called on an estimator thread when [#finish()] has something to return
    FrameAnalysis(Runnable whenReady) {
        super(whenReady);
    }

    /// Handles one result, and closes it.
    public interface Work {
        /// @return whether to continue
        boolean on(PipelineResult result) throws Problem, InterruptedException;
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
    record UnderWay(
            Grabbed grabbed,
            PoseEstimator estimator,
            EngineSettings settings,
            long dropped,
            PersonTracker tracker,
            BoundingBox box,
            CompletableFuture<Estimate> estimate)
            implements Analysis.UnderWay {

        @Override
        public List<CompletableFuture<Estimate>> estimates() {
            return List.of(estimate);
        }

        Frame frame() {
            return grabbed.frame();
        }

        BoundingBox boxByNow() {
            return FrameAnalysis.box(frame(), settings, tracker);
        }
    }

    @Override
    public void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped) {
        switch (succession.at(grabbed)) {
            case OTHER_SOURCE, WENT_BACK -> tracker = new PersonTracker();
            case STEPPED_BACK, ON -> {}
        }
        BoundingBox box = box(grabbed.frame(), settings, tracker);
        began(estimator, settings.estimation());
        cropped(box);
        CompletableFuture<Estimate> estimate =
                estimator.begin(grabbed.frame(), box, settings.estimation());
        add(new UnderWay(grabbed, estimator, settings, dropped, tracker, box, estimate));
    }

    @Override
    void restart() {
        succession.forget();
    }

    @Override
    PipelineResult finish(UnderWay oldest) throws Problem {
        Estimate estimate = follow(oldest, PoseEstimator.await(oldest.estimate));
        took(estimate.times().total());
        return result(oldest.grabbed, oldest.estimator, estimate, oldest.dropped);
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
        tracker.saw(estimate.judged());
        for (int look = 1; look < LOOKS && !followed && tracker.following(); look++) {
            estimate = look(oldest, oldest.boxByNow());
            tracker.saw(estimate.judged());
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
}
