package org.hrscope.puppet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SequencedCollection;
import java.util.concurrent.TimeUnit;

/// The motion of one person as it plays: the last minute without a break. Anyone else, another source, a seek and a
/// long gap begin anew. A source that plays over and over keeps its longest round. One thread.
public final class MotionTake {
    public static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

    /// A minute at 120 frames per second.
    private static final int MOST = 7200;

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /// @param nanos in the source's time
    public record Moment(long nanos, PuppetPose pose) {}

    private final Deque<Moment> moments = new ArrayDeque<>();
    private List<Moment> longest = List.of();
    private String source = "";
    private int identity;

    /// The frame shown again replaces itself.
    public void add(String from, int who, long nanos, PuppetPose pose) {
        if (!from.equals(source) || who != identity) clear();
        source = from;
        identity = who;
        Moment last = moments.peekLast();
        long gap = last == null ? 0 : nanos - last.nanos;
        if (gap < 0 || gap > PAUSE_NANOS) {
            if (length(moments) > length(longest)) longest = List.copyOf(moments);
            moments.clear();
        } else if (gap == 0 && last != null) {
            moments.removeLast();
        }
        moments.addLast(new Moment(nanos, pose));
        while (moments.size() > MOST || length(moments) > KEPT_NANOS) moments.removeFirst();
    }

    /// Oldest first.
    public List<Moment> moments() {
        return length(longest) > length(moments) ? longest : new ArrayList<>(moments);
    }

    public double seconds() {
        return Math.max(length(longest), length(moments)) / 1e9;
    }

    /// The person's identity; 0 for nobody yet.
    public int identity() {
        return identity;
    }

    public void clear() {
        moments.clear();
        longest = List.of();
        identity = 0;
    }

    private static long length(SequencedCollection<Moment> all) {
        return all.isEmpty() ? 0 : all.getLast().nanos - all.getFirst().nanos;
    }
}
