package org.hrscope.batch;

import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundPose;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.PeopleSmoothing;
import org.hrscope.people.FoundPerson;
import org.hrscope.pipeline.Grabbed;

/// The people of a video with their poses smoothed over time. One thread.
public final class SmoothedPeople implements PeopleFinder {
    private final PeopleFinder finder;
    private final PeopleSmoothing people = new PeopleSmoothing();

    public SmoothedPeople(PeopleFinder finder) {
        this.finder = finder;
    }

    @Override
    public Search begin(Grabbed grabbed, List<FoundPerson> known, Asked asked) throws Problem {
        Search search = finder.begin(grabbed, known, asked);
        long nanos = grabbed.frame().origin().positionNanos();
        return () -> search.people().stream().map(pose -> smooth(pose, nanos)).toList();
    }

    @Override
    public boolean resumes() {
        return finder.resumes();
    }

    /// Without track numbers there is a single tracked person.
    private FoundPose smooth(FoundPose found, long nanos) {
        Integer track = found.trackId();
        int identity = track == null ? 0 : track;
        return new FoundPose(
                people.next(identity, found.pose(), nanos, OneEuro.STANDARD),
                found.boxScore(),
                track);
    }
}
