package org.hrscope.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.hrscope.domain.BoundingBox;

/// Detections not yet verified by the pose network; a few are checked per frame, so that no frame pays for all. A
/// rejected box is ignored for a number of detector runs. One thread.
final class Candidates {
    /// Checked per frame.
    private static final int AT_ONCE = 2;

    /// Detector runs for which a rejected place is ignored.
    private static final int LEFT_ALONE = 8;

    /// Overlap from which two boxes are the same place.
    private static final double SAME_PLACE = 0.6;

    /// Score gain that makes a rejected place worth another check.
    private static final double SURER = 0.1;

    private record Refused(BoundingBox box, double score, long run) {}

    private final Deque<FoundPerson> waiting = new ArrayDeque<>();
    private final List<Refused> refused = new ArrayList<>();
    private long runs;

    /// Boxes of a new run; those still waiting from the previous run are dropped.
    ///
    /// @return whether any is left to check
    boolean found(List<FoundPerson> found) {
        runs++;
        refused.removeIf(each -> runs - each.run > LEFT_ALONE);
        waiting.clear();
        SecondLook.worthALook(found).stream()
                .filter(each -> Boxes.finite(each.box()) && !refusedBefore(each))
                .sorted(Comparator.comparingDouble(FoundPerson::score).reversed())
                .limit(PersonFinder.MOST)
                .forEach(waiting::add);
        return !waiting.isEmpty();
    }

    private boolean refusedBefore(FoundPerson found) {
        return refused.stream()
                .anyMatch(each ->
                        found.score() < each.score + SURER
                                && Likeness.overlap(each.box, found.box()) >= SAME_PLACE);
    }

    /// The next ones to check.
    List<FoundPerson> next(int room) {
        List<FoundPerson> next = new ArrayList<>();
        while (next.size() < Math.min(AT_ONCE, room) && !waiting.isEmpty()) {
            next.add(waiting.remove());
        }
        return next;
    }

    /// The pose network found no one there.
    void refuse(BoundingBox box, double score) {
        refused.add(new Refused(box, score, runs));
    }

    void clear() {
        waiting.clear();
        refused.clear();
    }
}
