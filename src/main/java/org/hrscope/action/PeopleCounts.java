package org.hrscope.action;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.jspecify.annotations.Nullable;

/// Counts an action of everyone, each by their identity. Whoever leaves without a repetition is forgotten, so a street
/// full of passers-by fills nothing. One thread.
public final class PeopleCounts {
    private static final double KEPT_SECONDS = 5;

    /// People with a repetition who are remembered; the ones longest unseen go first.
    private static final int MOST = 1000;

    private final Countable action;
    private final Map<Integer, One> people = new LinkedHashMap<>(16, 0.75F, true);

    /// What was counted before another action took over, for those not seen since too.
    private final Map<Integer, Integer> begun = new LinkedHashMap<>();

    private @Nullable Skeleton skeleton;

    private static final class One {
        final Counter counter;
        double last;
        int count;

        One(Counter counter) {
            this.counter = counter;
        }
    }

    public PeopleCounts(Countable action) {
        this.action = action;
    }

    /// The same counts, going on with another action, such as one with other thresholds.
    public PeopleCounts goingOnWith(Countable other) {
        PeopleCounts next = new PeopleCounts(other);
        next.skeleton = skeleton;
        next.begun.putAll(begun);
        people.forEach((identity, one) -> next.begun.put(identity, one.count));
        next.begun.values().removeIf(count -> count == 0);
        forgetEldest(next.begun);
        return next;
    }

    /// @param of the joints of the pose; another one starts over
    /// @throws Problem `angle.joint` if the skeleton lacks joints of the action
    public Optional<Repetition> next(int identity, double seconds, Pose pose, Skeleton of)
            throws Problem {
        if (skeleton != null && !skeleton.equals(of)) clear();
        skeleton = of;
        One one = people.get(identity);
        if (one == null) {
            one = new One(action.counter(of));
            one.count = begun.getOrDefault(identity, 0);
            people.put(identity, one);
        }
        one.last = seconds;
        Optional<Repetition> done = one.counter.next(seconds, pose);
        if (done.isPresent()) one.count++;
        forget(seconds);
        return done;
    }

    private void forget(double now) {
        people.values().removeIf(one -> one.count == 0 && now - one.last > KEPT_SECONDS);
        forgetEldest(people);
    }

    private static void forgetEldest(Map<Integer, ?> known) {
        while (known.size() > MOST) known.remove(known.keySet().iterator().next());
    }

    /// What is complete but for the next frame, by identity.
    public Map<Integer, Repetition> end() {
        Map<Integer, Repetition> done = new TreeMap<>();
        people.forEach((identity, one) ->
                one.counter
                        .end()
                        .ifPresent(last -> {
                            one.count++;
                            done.put(identity, last);
                        }));
        return done;
    }

    /// 0 for a stranger.
    public int count(int identity) {
        One one = people.get(identity);
        return one == null ? begun.getOrDefault(identity, 0) : one.count;
    }

    /// Null for a stranger.
    public @Nullable Counter counter(int identity) {
        One one = people.get(identity);
        return one == null ? null : one.counter;
    }

    public void clear() {
        begun.clear();
        people.clear();
    }
}
