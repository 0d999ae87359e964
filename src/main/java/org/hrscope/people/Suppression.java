package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Greedy non-maximum suppression: of overlapping boxes the one with the highest score stays.
///
/// @param overlap intersection over union from which two boxes are one person
record Suppression(double overlap) {

    /// @param most at most this many are considered, highest score first
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
