package org.hrscope.motion;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.hrscope.domain.Pose;

/// Smooths everyone's poses, each by their identity. Whoever has not been seen for a while is forgotten. One thread.
public final class PeopleSmoothing {
    /// Identities are never given twice within a source: what is older is of no use.
    private static final long KEPT_NANOS = 2_000_000_000;

    private final Map<Integer, Followed> people = new HashMap<>();

    private static final class Followed {
        final PoseSmoothing smoothing = new PoseSmoothing();
        long lastNanos;
    }

    /// @param nanos when the pose was seen, in the source's time; going back starts over
    public Pose next(int identity, Pose pose, long nanos, OneEuro settings) {
        Followed person = people.computeIfAbsent(identity, _ -> new Followed());
        person.lastNanos = nanos;
        Pose smooth = person.smoothing.next(pose, nanos, settings);
        forget(nanos);
        return smooth;
    }

    private void forget(long nanos) {
        for (Iterator<Followed> each = people.values().iterator(); each.hasNext(); ) {
            if (Math.abs(nanos - each.next().lastNanos) > KEPT_NANOS) each.remove();
        }
    }

    /// How many are remembered.
    int size() {
        return people.size();
    }

    public void clear() {
        people.clear();
    }
}
