package org.hrscope.batch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hrscope.domain.BoundingBox;
import org.hrscope.export.FoundPose;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.TrackedPerson;

/// The finder's latest score for each tracked person: between its runs boxes come from the poses, which have no box
/// score. One thread.
final class BoxScores {
    /// Overlap from which a detection is this person.
    private static final double THEIRS = 0.35;

    private final Map<Integer, Double> byIdentity = new HashMap<>();
    private List<FoundPerson> found = List.of();

    /// The finder's result for the next frame.
    void found(List<FoundPerson> found) {
        this.found = found;
    }

    FoundPose scored(TrackedPerson person) {
        BoundingBox box = person.pose().box();
        Optional<FoundPerson> theirs =
                found.stream()
                        .filter(each -> each.box().overlap(box) >= THEIRS)
                        .max(Comparator.comparingDouble(each -> each.box().overlap(box)));
        double score =
                theirs.map(FoundPerson::score)
                        .orElseGet(() -> byIdentity.getOrDefault(person.identity(), 1.0));
        return scored(person, score);
    }

    FoundPose scored(TrackedPerson person, double score) {
        byIdentity.put(person.identity(), score);
        return new FoundPose(person.pose(), score, person.identity());
    }
}
