package org.hrscope.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.hrscope.domain.BoundingBox;

/// What a finder found and nobody has looked at yet, a few at a time: one frame does not pay for all. A box in which the
/// pose network saw nobody is left alone for some of the finder's runs. One thread.
final class Candidates {
    /// Looked at in one frame.
    private static final int AT_ONCE = 2;

    /// The finder's runs for which a place is left alone.
    private static final int LEFT_ALONE = 8;

    /// From this overlap on it is the same place.
    private static final double SAME_PLACE = 0.6;

    /// So much surer the finder must be to be heard again.
    private static final double SURER = 0.1;

    private record Refused(BoundingBox box, double score, long run) {}

    private final Deque<FoundPerson> waiting = new ArrayDeque<>();
    private final List<Refused> refused = new ArrayList<>();
    private long runs;

    /// A new run's boxes; those of the run before that still wait are forgotten.
    void found(Collection<FoundPerson> found) {
        runs++;
        refused.removeIf(each -> runs - each.run > LEFT_ALONE);
        waiting.clear();
        found.stream()
                .filter(each -> Boxes.finite(each.box()) && !refusedBefore(each))
                .sorted(Comparator.comparingDouble(FoundPerson::score).reversed())
                .limit(PersonFinder.MOST)
                .forEach(waiting::add);
    }

    private boolean refusedBefore(FoundPerson found) {
        return refused.stream()
                .anyMatch(each ->
                        found.score() < each.score + SURER
                                && Likeness.overlap(each.box, found.box()) >= SAME_PLACE);
    }

    /// The next ones to look at.
    List<FoundPerson> next(int room) {
        List<FoundPerson> next = new ArrayList<>();
        while (next.size() < Math.min(AT_ONCE, room) && !waiting.isEmpty()) {
            next.add(waiting.remove());
        }
        return next;
    }

    /// Nobody was there.
    void refuse(BoundingBox box, double score) {
        refused.add(new Refused(box, score, runs));
    }

    void clear() {
        waiting.clear();
        refused.clear();
    }
}
