package org.hrscope.pipeline;

import java.util.List;
import org.hrscope.detect.PersonMode;
import org.hrscope.detect.PersonTracker;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.model.BoundingBox;
import org.hrscope.model.Frame;
import org.hrscope.model.Problem;
import org.jspecify.annotations.Nullable;

/// From a frame to its people: finds the box, estimates, follows. One thread.
public final class FrameAnalysis {
    /// A person seen for the first time is looked at again in the box just found, so that no frame shows the coarse one.
    private static final int LOOKS = 3;

    private final PersonTracker tracker = new PersonTracker();
    private @Nullable String picture;

    /// A new picture of a folder, or a new source, is searched anew.
    public PipelineResult analyse(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped)
            throws Problem {
        String name = grabbed.frame().origin().name();
        if (!name.equals(picture)) {
            tracker.forget();
            picture = name;
        }
        Estimate estimate = estimate(grabbed.frame(), estimator, settings);
        return new PipelineResult(
                grabbed.frame().retain(),
                estimator.info(),
                List.of(estimate),
                grabbed.grabNanos(),
                dropped);
    }

    /// The same frame again with other settings, in the box it was seen in where that still holds.
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
        return new PipelineResult(
                grabbed.frame().retain(),
                estimator.info(),
                List.of(estimate),
                grabbed.grabNanos(),
                before.dropped());
    }

    private Estimate estimate(Frame frame, PoseEstimator estimator, EngineSettings settings)
            throws Problem {
        BoundingBox whole = BoundingBox.wholePicture(frame.width(), frame.height());
        return switch (settings.people()) {
            case WHOLE_PICTURE -> estimator.estimate(frame, whole, settings.estimation());
            case DRAWN -> {
                BoundingBox drawn = settings.drawn();
                yield estimator.estimate(
                        frame, drawn == null ? whole : drawn, settings.estimation());
            }
            case TRACKED -> track(frame, estimator, settings);
        };
    }

    private Estimate track(Frame frame, PoseEstimator estimator, EngineSettings settings)
            throws Problem {
        boolean wasFollowing = tracker.following();
        int looks = 0;
        Estimate estimate;
        do {
            BoundingBox box = tracker.next(frame.width(), frame.height());
            estimate = estimator.estimate(frame, box, settings.estimation());
            tracker.saw(estimate.pose());
            looks++;
        } while (!wasFollowing && tracker.following() && looks < LOOKS);
        return estimate;
    }
}
