package org.hrscope.puppet;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.Keypoint;
import org.hrscope.motion.BodyJoint;
import org.jspecify.annotations.Nullable;

/// The sure joints of a body; the others do not exist here.
record Joints(List<Keypoint> body) {
    /// Joints below this score may be anywhere.
    static final double LEAST = 0.2;

    /// Of the body's height: ankles this near to each other are one that was found twice, if the knees are apart.
    private static final double SAME = 0.012;

    private static final double APART = 0.05;

    /// A network may take one foot for both. It belongs to the knee above it; the other foot is not known then.
    Joints withOneFootEach(double height) {
        double ankles = length(BodyJoint.LEFT_ANKLE, BodyJoint.RIGHT_ANKLE);
        boolean both = has(BodyJoint.LEFT_ANKLE) && has(BodyJoint.RIGHT_ANKLE);
        if (!both || ankles > SAME * height) return this;
        Spot foot = Spot.of(BodyJoint.LEFT_ANKLE.in(body));
        Spot left = Spot.of(BodyJoint.LEFT_KNEE.in(body));
        Spot right = Spot.of(BodyJoint.RIGHT_KNEE.in(body));
        if (!(length(BodyJoint.LEFT_KNEE, BodyJoint.RIGHT_KNEE) > APART * height)) return this;
        boolean ofLeft = Math.abs(left.x() - foot.x()) < Math.abs(right.x() - foot.x());
        BodyJoint other = ofLeft ? BodyJoint.RIGHT_ANKLE : BodyJoint.LEFT_ANKLE;
        List<Keypoint> all = new ArrayList<>(body);
        all.set(other.ordinal(), new Keypoint(foot.x(), foot.y(), 0));
        return new Joints(all);
    }

    @Nullable Spot at(BodyJoint joint) {
        Keypoint found = joint.in(body);
        return found.score() >= LEAST ? Spot.of(found) : null;
    }

    boolean has(BodyJoint joint) {
        return joint.in(body).score() >= LEAST;
    }

    @Nullable Spot between(BodyJoint one, BodyJoint other) {
        Spot a = at(one);
        Spot b = at(other);
        return a == null || b == null ? null : a.towards(b, 0.5);
    }

    /// The middle of both, or the one that is sure.
    @Nullable Spot either(BodyJoint one, BodyJoint other) {
        Spot both = between(one, other);
        if (both != null) return both;
        Spot first = at(one);
        return first == null ? at(other) : first;
    }

    /// 0 unless both are sure.
    double length(BodyJoint from, BodyJoint to) {
        Spot a = at(from);
        Spot b = at(to);
        return a == null || b == null ? 0 : a.distance(b);
    }

    /// Between two joints of the left side, or those of the right.
    double longer(BodyJoint from, BodyJoint to) {
        return Math.max(length(from, to), length(from.on(-1), to.on(-1)));
    }

    /// From 0 to 1: how sure the least sure of them is.
    double score(BodyJoint... joints) {
        double least = 1;
        for (BodyJoint joint : joints) least = Math.min(least, joint.in(body).score());
        return Math.max(0, least);
    }
}
