package org.hrscope.action;

import java.util.Optional;
import org.hrscope.domain.Pose;
import org.jspecify.annotations.Nullable;

/// Counts an [AngleAction]. One thread.
final class AngleCounter implements Counter {
    private final AngleSignal.Read signal;
    private final AngleSignal.@Nullable Read also;
    private final TwoThresholds states;
    private double degrees = Double.NaN;

    AngleCounter(
            AngleSignal.Read signal, AngleSignal.@Nullable Read also, TwoThresholds states) {
        this.signal = signal;
        this.also = also;
        this.states = states;
    }

    @Override
    public Optional<Repetition> next(double seconds, Pose pose) {
        degrees = signal.of(pose);
        return states.next(seconds, degrees, also == null ? 0 : also.of(pose));
    }

    @Override
    public double degrees() {
        return degrees;
    }

    @Override
    public Phase phase() {
        return states.phase();
    }
}
