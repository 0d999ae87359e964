package org.hrscope.cli;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundPose;
import org.hrscope.inference.Estimate;
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

/// Begins to look for the people of one picture: whoever a finder finds, one person as the live engine follows them, or
/// in the boxes of an annotation file. One thread, pictures in their order.
interface PeopleFinder {
    /// So many of a finder's boxes are looked at in one picture, the surest: a crowd costs no more.
    int MOST = 40;

    /// People being looked for. Asked for in the order in which the pictures began.
    interface Search {
        /// Waits until they are found.
        List<FoundPose> people() throws Problem;
    }

    /// @param grabbed held by the caller until its people are found
    /// @param known   who is in it, as the box file has it
    /// @param asked   through which a video's networks are asked
    /// @throws Problem of the networks
    Search begin(Grabbed grabbed, List<FoundPerson> known, Asked asked) throws Problem;

    /// Whether it goes on in the midst of a video, given the networks' answers of before.
    default boolean resumes() {
        return false;
    }

    /// One person, followed from frame to frame; in the whole picture where nobody is.
    static PeopleFinder tracked(PoseEstimator estimator, EngineSettings settings) {
        FrameAnalysis analysis = new FrameAnalysis();
        return (grabbed, _, _) -> {
            analysis.begin(grabbed, estimator, settings, 0);
            return () -> {
                try (PipelineResult result = analysis.finish()) {
                    return result.people().all().stream().map(PeopleFinder::unscored).toList();
                }
            };
        };
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

    /// Everyone in pictures that have nothing to do with each other. The finder sees the next one while the network is
    /// busy with the poses of this.
    static PeopleFinder found(PoseLanes lanes, PersonFinder finder) {
        Likeness likeness = new Likeness(lanes.estimator().info().skeleton());
        return (grabbed, _, _) -> {
            List<FoundPerson> found = surest(finder.find(grabbed.frame()));
            PoseLanes.Begun first = lanes.begin(grabbed.frame(), boxes(found));
            return () -> {
                List<Sighting> there = SecondLook.judged(found, first.await());
                return SecondLook.again(there, likeness, lanes.in(grabbed.frame())).stream()
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
