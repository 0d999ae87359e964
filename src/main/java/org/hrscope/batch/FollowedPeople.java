package org.hrscope.batch;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.FoundPose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.Likeness;
import org.hrscope.people.Look;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonTracks;
import org.hrscope.people.PoseLanes;
import org.hrscope.people.SceneCut;
import org.hrscope.people.SecondLook;
import org.hrscope.people.Sighting;
import org.hrscope.people.TrackedPerson;
import org.hrscope.pipeline.Grabbed;
import org.jspecify.annotations.Nullable;

/// Everyone in a video, tracked. The finder runs at scene cuts and then every few frames, never by the clock, so
/// that results do not depend on the machine. One thread.
public final class FollowedPeople implements PeopleFinder {
    /// Frames between finder runs.
    private static final int EVERY = 5;

    /// The same while someone is out of sight or no one is tracked.
    private static final int SEARCHING = 2;

    private final PoseLanes lanes;
    private final PersonFinder finder;
    private final Likeness likeness;
    private final PersonTracks tracks;
    private final SceneCut cut = new SceneCut();
    private final BoxScores scores = new BoxScores();
    private @Nullable Following last;
    private boolean begun;
    private int sinceFound;

    public FollowedPeople(PoseLanes lanes, PersonFinder finder) {
        this.lanes = lanes;
        this.finder = finder;
        Skeleton skeleton = lanes.estimator().info().skeleton();
        likeness = new Likeness(skeleton);
        tracks = new PersonTracks(skeleton);
    }

    /// The people expected in a frame being estimated.
    private final class Following implements Search {
        final List<Look> looks;
        private final PoseLanes.Begun poses;
        private final Frame frame;
        private @Nullable List<FoundPose> people;

        Following(List<Look> looks, Frame frame, NetworkAnswers answers) throws Problem {
            this.looks = looks;
            this.frame = frame;
            poses = answers.look(lanes, frame, looks);
        }

        @Override
        public List<FoundPose> people() throws Problem {
            List<FoundPose> known = people;
            if (known == null) {
                known = seen();
                people = known;
            }
            return known;
        }

        private List<FoundPose> seen() throws Problem {
            List<Estimate> there = poses.await();
            List<Pose> judged = there.stream().map(Estimate::judged).toList();
            List<FoundPose> found = new ArrayList<>();
            for (TrackedPerson known : tracks.saw(looks, judged, frame)) {
                found.add(scores.scored(known.with(there.get(known.look()).pose())));
            }
            return found;
        }
    }

    @Override
    public boolean resumes() {
        return true;
    }

    @Override
    public Search begin(Grabbed grabbed, List<FoundPerson> known, NetworkAnswers answers)
            throws Problem {
        Frame frame = grabbed.frame();
        boolean newScene = cut.at(frame) || !begun;
        begun = true;
        boolean due = newScene || ++sinceFound >= (tracks.searching() ? SEARCHING : EVERY);
        List<FoundPerson> found =
                due ? PeopleFinder.surest(answers.find(finder, frame)) : List.of();
        finishLast(newScene);
        if (due) sinceFound = 0;
        if (newScene) return newScene(frame, found, answers);
        if (due) {
            tracks.found(found);
            scores.found(found);
        }
        List<Look> looks = tracks.looks(frame.width(), frame.height());
        Following now = new Following(looks, frame, answers);
        last = now;
        return now;
    }

    /// A single look leaves half the network idle, so the next frame starts beside it, using the predictions from
    /// the frame before.
    private void finishLast(boolean newScene) throws Problem {
        if (last != null && (newScene || last.looks.size() != 1)) last.people();
    }

    private Search newScene(Frame frame, List<FoundPerson> found, NetworkAnswers answers)
            throws Problem {
        last = null;
        List<Sighting> sightings =
                SecondLook.of(found, likeness, lanes, each -> answers.in(each, frame));
        scores.found(found);
        List<FoundPose> people = new ArrayList<>();
        for (TrackedPerson person :
                tracks.newScene(sightings.stream().map(Sighting::pose).toList())) {
            double score = sightings.get(person.look()).found().score();
            people.add(scores.scored(person, score));
        }
        return () -> people;
    }
}
