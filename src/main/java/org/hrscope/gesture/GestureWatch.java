package org.hrscope.gesture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hrscope.domain.Keypoint;
import org.jspecify.annotations.Nullable;

/// Watches one person's gestures. A gesture counts once it was held for the dwell time, and again only after it was let
/// go. Time is counted in the source's seconds, so that five frames a second do as well as sixty; a frame or two
/// without the gesture does not count as letting go, for joints flicker. One thread.
public final class GestureWatch {
    /// A gesture unseen for longer was let go.
    private static final double FLICKER_SECONDS = 0.25;

    /// A longer gap between frames was a seek, or nobody was in view: what was held starts over.
    private static final double PAUSE_SECONDS = 0.7;

    private static final long NEVER = Long.MIN_VALUE;

    private final Map<Gesture, Held> held = new EnumMap<>(Gesture.class);
    private int who;
    private long lastNanos = NEVER;

    private static final class Held {
        double seconds;
        double unseen;
        boolean fired;
    }

    /// What a person is doing.
    ///
    /// @param gesture  the one held longest; null for none
    /// @param progress of its dwell time, from 0 to 1
    /// @param fired    whether it counts with this frame
    public record Progress(@Nullable Gesture gesture, double progress, boolean fired) {
        static final Progress NONE = new Progress(null, 0, false);
    }

    /// @param identity of the person; anyone else starts over
    /// @param body     see [org.hrscope.motion.BodyJoint#of]
    /// @param nanos    in the source's time
    /// @param wanted   other gestures do not count
    /// @param dwell    in seconds
    public Progress next(
            int identity, List<Keypoint> body, long nanos, Set<Gesture> wanted, double dwell) {
        if (identity != who) clear();
        double seconds = lastNanos == NEVER ? 0 : (nanos - lastNanos) / 1e9;
        if (seconds < 0 || seconds > PAUSE_SECONDS) {
            held.values().removeIf(each -> !each.fired);
            seconds = 0;
        }
        who = identity;
        lastNanos = nanos;
        held.keySet().retainAll(wanted);
        Progress longest = Progress.NONE;
        for (Gesture gesture : wanted) {
            Held now = step(gesture, gesture.in(body), seconds);
            if (now == null || now.fired) continue;
            now.fired = now.seconds >= dwell;
            double progress = now.fired ? 1 : Math.clamp(now.seconds / dwell, 0, 1);
            if (longest.gesture == null || progress > longest.progress) {
                longest = new Progress(gesture, progress, now.fired);
            }
        }
        return longest;
    }

    private @Nullable Held step(Gesture gesture, boolean seen, double seconds) {
        Held now = held.get(gesture);
        if (now == null) {
            if (!seen) return null;
            now = new Held();
            held.put(gesture, now);
            return now;
        }
        if (seen) {
            now.seconds += seconds;
            now.unseen = 0;
            return now;
        }
        now.unseen += seconds;
        if (now.unseen <= FLICKER_SECONDS) return now;
        held.remove(gesture);
        return null;
    }

    /// Nobody is watched any more.
    public void clear() {
        held.clear();
        lastNanos = NEVER;
        who = 0;
    }
}
