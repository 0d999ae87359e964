package org.hrscope.batch;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundPose;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.ExecutionPlan;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.Likeness;
import org.hrscope.people.Person;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PoseLanes;
import org.hrscope.people.SecondLook;
import org.hrscope.people.Sighting;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PipelineResult;

/// Starts finding the people in one image: with a finder, as a single tracked person like the live engine, or in
/// the boxes of an annotation file. One thread, images in order; [SeparateImages] spreads unrelated ones over several.
public interface PeopleFinder {
    /// The most detections verified per image, highest score first: bounds the cost of a crowd.
    int MOST = 40;

    /// A search in progress. Results must be requested in the order the images began.
    interface Search {
        /// Blocks until they are found.
        List<FoundPose> people() throws Problem;
    }

    /// @param grabbed held by the caller until its people are found
    /// @param known   the people in it according to the box file
    /// @param answers through which a video's networks are asked, so that their answers can be recorded and replayed
    /// @throws Problem from the networks
    Search begin(Grabbed grabbed, List<FoundPerson> known, NetworkAnswers answers) throws Problem;

    /// How many images may have begun before the oldest is finished, that one included.
    default int atOnce() {
        return ExecutionPlan.standard().lanes();
    }

    /// Whether it can continue in the middle of a video, given the networks' earlier answers.
    default boolean resumes() {
        return false;
    }

    /// One person, tracked; the whole image while there is none.
    static PeopleFinder tracked(PoseEstimator estimator, EngineSettings settings) {
        FrameAnalysis analysis = new FrameAnalysis();
        return (grabbed, _, _) -> {
            analysis.begin(grabbed, estimator, settings, 0);
            return () -> finish(analysis);
        };
    }

    /// One person in each of unrelated images, which may be finished on any thread, in any order.
    static PeopleFinder alone(PoseEstimator estimator, EngineSettings settings) {
        return (grabbed, _, _) -> {
            FrameAnalysis analysis = new FrameAnalysis();
            analysis.begin(grabbed, estimator, settings, 0);
            return () -> finish(analysis);
        };
    }

    private static List<FoundPose> finish(FrameAnalysis analysis) throws Problem {
        try (PipelineResult result = analysis.finish()) {
            return result.people().all().stream().map(PeopleFinder::unscored).toList();
        }
    }

    private static FoundPose unscored(Person person) {
        return new FoundPose(person.pose(), 1, null);
    }

    static PeopleFinder boxed(PoseLanes lanes) {
        return (grabbed, known, _) -> {
            PoseLanes.Begun begun = lanes.begin(grabbed.frame(), boxes(known));
            return () -> {
                List<Estimate> estimates = begun.await();
                List<FoundPose> people = new ArrayList<>();
                for (int i = 0; i < estimates.size(); i++) {
                    double score = known.get(i).score();
                    people.add(new FoundPose(estimates.get(i).pose(), score, null));
                }
                return people;
            };
        };
    }

    /// Everyone in unrelated images. The finder works on the next image while the network estimates poses in this
    /// one.
    static PeopleFinder found(PoseLanes lanes, PersonFinder finder) {
        Likeness likeness = new Likeness(lanes.estimator().info().skeleton());
        return (grabbed, _, _) -> {
            List<FoundPerson> all = lanes.search(finder, grabbed.frame());
            List<FoundPerson> found = SecondLook.worthALook(surest(all));
            PoseLanes.Begun first = lanes.judging().begin(grabbed.frame(), boxes(found));
            return () -> {
                List<Sighting> there = SecondLook.judged(found, first.await());
                SecondLook.Looks looks = lanes.in(grabbed.frame());
                return SecondLook.again(there, likeness, looks, lanes.options().flip()).stream()
                        .map(PeopleFinder::scored)
                        .toList();
            };
        };
    }

    private static FoundPose scored(Sighting sighting) {
        return new FoundPose(sighting.pose(), sighting.found().score(), null);
    }

    static List<FoundPerson> surest(List<FoundPerson> found) {
        return found.stream().limit(MOST).toList();
    }

    private static List<BoundingBox> boxes(List<FoundPerson> people) {
        return people.stream().map(FoundPerson::box).toList();
    }
}
