package org.hrscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hrscope.action.CountCsv;
import org.hrscope.action.Countable;
import org.hrscope.action.PeopleCounts;
import org.hrscope.action.Repetition;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.export.ResultSink;
import org.jspecify.annotations.Nullable;

/// Counts an action in the frames of one source. One thread.
final class CountingSink implements ResultSink {
    private static final double NANOS = 1e9;

    private final PeopleCounts counts;
    private final Map<Integer, Integer> done = new TreeMap<>();
    private final List<CountCsv.Row> rows = new ArrayList<>();
    private @Nullable Skeleton skeleton;

    CountingSink(Countable action) {
        counts = new PeopleCounts(action);
    }

    @Override
    public void begin(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    @Override
    public void frame(FoundImage found) throws Problem {
        Skeleton joints = Objects.requireNonNull(skeleton);
        double seconds = Objects.requireNonNull(found.pixels()).origin().positionNanos() / NANOS;
        for (FoundPose person : found.people()) {
            int identity = person.trackId() == null ? 1 : person.trackId();
            done.putIfAbsent(identity, 0);
            counts.next(identity, seconds, person.pose(), joints)
                    .ifPresent(one -> add(identity, one));
        }
    }

    private void add(int identity, Repetition one) {
        int number = done.merge(identity, 1, Integer::sum);
        rows.add(new CountCsv.Row(identity, number, one));
    }

    /// Whether or not all was read.
    void finish() {
        counts.end().forEach(this::add);
    }

    /// How often each person did it, by identity.
    Map<Integer, Integer> done() {
        return done;
    }

    List<CountCsv.Row> rows() {
        return rows;
    }
}
