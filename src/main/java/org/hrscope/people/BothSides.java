package org.hrscope.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.jspecify.annotations.Nullable;

/// What a finder sees in an image and in its mirror image, as one list. A person is seen in both; what is seen in only
/// one is often a false alarm. Any thread.
final class BothSides {
    /// Overlap from which both are one person.
    private static final double SAME = 0.5;

    /// What is left of the score of someone seen in one only. The result hardly depends on it.
    private static final double ALONE = 0.65;

    private BothSides() {}

    /// Means of box and score, highest score first.
    ///
    /// @param mirrored in the coordinates of the image itself
    static List<FoundPerson> of(List<FoundPerson> straight, List<FoundPerson> mirrored) {
        List<FoundPerson> both = new ArrayList<>();
        List<FoundPerson> left = new ArrayList<>(mirrored);
        for (FoundPerson one : straight) {
            FoundPerson other = same(one, left);
            if (other != null) left.remove(other);
            both.add(other == null ? alone(one) : mean(one, other));
        }
        for (FoundPerson other : left) both.add(alone(other));
        both.sort(Comparator.comparingDouble(FoundPerson::score).reversed());
        return both;
    }

    private static @Nullable FoundPerson same(FoundPerson one, List<FoundPerson> among) {
        FoundPerson best = null;
        double most = SAME;
        for (FoundPerson other : among) {
            double overlap = Likeness.overlap(one.box(), other.box());
            if (overlap <= most) continue;
            best = other;
            most = overlap;
        }
        return best;
    }

    private static FoundPerson alone(FoundPerson one) {
        return new FoundPerson(one.box(), one.score() * ALONE);
    }

    private static FoundPerson mean(FoundPerson one, FoundPerson other) {
        BoundingBox a = one.box();
        BoundingBox b = other.box();
        return new FoundPerson(
                new BoundingBox(
                        (a.x() + b.x()) / 2,
                        (a.y() + b.y()) / 2,
                        (a.width() + b.width()) / 2,
                        (a.height() + b.height()) / 2),
                (one.score() + other.score()) / 2);
    }
}
