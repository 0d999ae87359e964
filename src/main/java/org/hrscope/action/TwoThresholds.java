package org.hrscope.action;

import java.util.Optional;

/// The states of an action: rest, active, and back is one repetition. A new state is believed when it has lasted a
/// moment, so that one wrong frame does not count; what began out of sight does not count either. One thread.
final class TwoThresholds {
    /// Three frames at 30 per second, two at 15.
    private static final double LEAST_SECONDS = 0.08;

    private final Thresholds thresholds;
    private final double leastAlso;
    private Phase phase = Phase.UNSURE;

    /// What the last frames say instead; UNSURE for nothing.
    private Phase candidate = Phase.UNSURE;

    private double since;
    private int samples;
    private double last = Double.NaN;
    private double lastSeen = Double.NaN;
    private double begin = Double.NaN;
    private double also;
    private double alsoNow;

    /// @param leastAlso what the second angle must reach in each repetition
    TwoThresholds(Thresholds thresholds, double leastAlso) {
        this.thresholds = thresholds;
        this.leastAlso = leastAlso;
    }

    Phase phase() {
        return phase;
    }

    /// @param degrees NaN where it is not seen
    /// @param second  the second angle; NaN where it is not seen
    Optional<Repetition> next(double seconds, double degrees, double second) {
        if (seconds == last) return Optional.empty();
        if (seconds < last || seconds - lastSeen > Countable.BRIDGED_SECONDS) lost();
        last = seconds;
        if (!Double.isFinite(degrees)) return Optional.empty();
        lastSeen = seconds;
        Phase now = thresholds.at(degrees);
        if (phase == Phase.ACTIVE && second > also) also = second;
        if (now == phase) candidate = Phase.UNSURE;
        else if (now != Phase.UNSURE) suggest(now, seconds);
        if (candidate == Phase.UNSURE) return Optional.empty();
        if (second > alsoNow) alsoNow = second;
        boolean lasted = samples > 1 && seconds - since >= LEAST_SECONDS;
        return lasted ? enter(candidate) : Optional.empty();
    }

    private void suggest(Phase now, double seconds) {
        if (now != candidate) {
            candidate = now;
            since = seconds;
            samples = 0;
            alsoNow = Double.NEGATIVE_INFINITY;
        }
        samples++;
    }

    private Optional<Repetition> enter(Phase now) {
        boolean whole = phase == Phase.ACTIVE && Double.isFinite(begin) && also >= leastAlso;
        Optional<Repetition> done =
                whole ? Optional.of(new Repetition(begin, since)) : Optional.empty();
        // One that is found under way has begun nobody knows when, perhaps from halfway.
        begin = now == Phase.ACTIVE && phase == Phase.REST ? since : Double.NaN;
        also = now == Phase.ACTIVE ? alsoNow : Double.NEGATIVE_INFINITY;
        phase = now;
        candidate = Phase.UNSURE;
        return done;
    }

    private void lost() {
        phase = Phase.UNSURE;
        candidate = Phase.UNSURE;
        begin = Double.NaN;
    }
}
