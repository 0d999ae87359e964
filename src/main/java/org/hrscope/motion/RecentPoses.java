package org.hrscope.motion;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Pose;
import org.hrscope.people.Person;

/// Where one person's joints were during the last seconds, in source time. Anyone else, another source, a seek and a
/// scene cut start over, so that no line joins what did not move there. Bounded. One thread.
public final class RecentPoses {
    public static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(3);

    /// Three seconds at 120 frames per second, and some.
    private static final int MOST = 400;

    /// A longer gap was a seek, or nobody was in view.
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// In body heights per second: a body that moves faster is not the same body. Nobody runs at 10 m/s at five.
    private static final double FASTEST = 6;

    /// @param raw   as the network found it
    /// @param shown as drawn: smoothed where that is wanted
    public record Moment(long nanos, Pose raw, Pose shown) {}

    private final Deque<Moment> moments = new ArrayDeque<>();
    private String source = "";
    private int identity;

    /// The frame shown again replaces itself.
    public void add(Frame.Origin origin, Person person) {
        long nanos = origin.positionNanos();
        Moment now = new Moment(nanos, person.estimate().pose(), person.pose());
        Moment last = moments.peekLast();
        boolean same = origin.name().equals(source) && person.identity() == identity;
        if (!same || last == null || !follows(last, now)) moments.clear();
        else if (nanos == last.nanos) moments.removeLast();
        source = origin.name();
        identity = person.identity();
        moments.addLast(now);
        while (moments.size() > MOST || nanos - moments.getFirst().nanos > KEPT_NANOS) {
            moments.removeFirst();
        }
    }

    private static boolean follows(Moment last, Moment now) {
        long gap = now.nanos - last.nanos;
        if (gap < 0 || gap > PAUSE_NANOS) return false;
        List<Keypoint> before = last.raw.keypoints();
        List<Keypoint> after = now.raw.keypoints();
        if (before.size() != after.size()) return false;
        if (gap == 0) return true;
        double size = Math.max(1, Math.max(now.raw.box().width(), now.raw.box().height()));
        double[] steps = new double[after.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] =
                    Math.hypot(
                            after.get(i).x() - before.get(i).x(),
                            after.get(i).y() - before.get(i).y());
        }
        Arrays.sort(steps);
        return steps.length == 0
                || steps[steps.length / 2] / size <= FASTEST * gap / TimeUnit.SECONDS.toNanos(1);
    }

    /// Oldest first. A live view.
    public Collection<Moment> moments() {
        return Collections.unmodifiableCollection(moments);
    }

    public void clear() {
        moments.clear();
    }
}
