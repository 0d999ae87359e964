package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Greedy non-maximum suppression: of boxes that overlap the surest stays.
///
/// @param overlap from this intersection over union on, two boxes are one person
record Suppression(double overlap) {

    /// @param most that are looked at, the surest first
    List<FoundPerson> of(List<FoundPerson> found, int most) {
        List<FoundPerson> kept = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparingDouble(FoundPerson::score).reversed())
                .limit(most)
                .filter(each -> kept.stream().allMatch(k -> k.box().overlap(each.box()) < overlap))
                .forEach(kept::add);
        return kept;
    }
}
