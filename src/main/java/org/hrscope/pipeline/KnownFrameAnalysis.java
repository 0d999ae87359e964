package org.hrscope.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.people.PoseLanes;
import org.hrscope.pipeline.KnownFrame.Someone;

/// Estimates everyone in the boxes that are known of this frame. One thread.
final class KnownFrameAnalysis extends Analysis<KnownFrameAnalysis.UnderWay> {

    KnownFrameAnalysis(Runnable whenReady) {
        super(whenReady);
    }

    /// A frame, held until it is finished.
    record UnderWay(
            Grabbed grabbed,
            ModelInfo model,
            long dropped,
            List<Someone> people,
            PoseLanes.Begun poses)
            implements Analysis.UnderWay {
        @Override
        public List<CompletableFuture<Estimate>> estimates() {
            return poses.each();
        }
    }

    @Override
    public void begin(
            Grabbed grabbed, PoseEstimator estimator, EngineSettings settings, long dropped) {
        began(estimator, settings.estimation());
        List<Someone> people = Objects.requireNonNull(settings.known()).people();
        PoseLanes.Begun poses =
                new PoseLanes(estimator, settings.estimation())
                        .begin(grabbed.frame(), people.stream().map(Someone::box).toList());
        add(new UnderWay(grabbed, estimator.info(), dropped, people, poses));
    }

    @Override
    void restart() {
        // Each frame says itself who is there.
    }

    @Override
    PipelineResult finish(UnderWay oldest) throws Problem {
        List<Estimate> estimates = oldest.poses.await();
        List<Person> all = new ArrayList<>();
        for (int i = 0; i < estimates.size(); i++) {
            all.add(shown(oldest.people.get(i), estimates.get(i)));
        }
        Grabbed grabbed = oldest.grabbed;
        return new PipelineResult(
                grabbed.frame(),
                oldest.model,
                new People(all),
                0,
                grabbed.grabNanos(),
                oldest.dropped);
    }

    /// Joints of another network's skeleton are not this one's.
    private static Person shown(Someone someone, Estimate estimate) {
        Person person = Person.of(someone.identity(), estimate);
        boolean fits = someone.joints().size() == estimate.pose().keypoints().size();
        return fits ? person.shownAs(new Pose(someone.joints(), someone.box())) : person;
    }

    @Override
    public PipelineResult again(
            Grabbed grabbed,
            PipelineResult before,
            PoseEstimator estimator,
            EngineSettings settings)
            throws Problem {
        begin(grabbed, estimator, settings, before.dropped());
        return finish();
    }
}
